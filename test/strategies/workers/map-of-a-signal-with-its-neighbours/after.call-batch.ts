import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The middle one of each sample and its neighbours. */
export function smoothed(signal: Float64Array, weights: Float64Array, reach: number): Float64Array {
  return signal.map((_, i) => {
    const near = Array.from(signal.subarray(Math.max(0, i - reach), i + reach + 1));
    near.sort((a, b) => a - b);
    return near[Math.floor(near.length / 2)]! * (weights[i % weights.length] ?? 1);
  });
}

let smoothedPool: Piscina | undefined;

/** Calls `smoothed` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function smoothedMany(argLists: readonly Parameters<typeof smoothed>[]): Promise<ReturnType<typeof smoothed>[]> {
  const pool = (smoothedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A copy of what extends such a class, as a Buffer does, is no longer of its own class.
  if (argLists.some((args) => args[0] instanceof Float64Array && args[0].constructor !== Float64Array)) return argLists.map((args) => smoothed(...args));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof smoothed>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof smoothed>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(smoothedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof smoothed>[]).concat(...parts);
}

/** What one worker does at a time for `smoothedMany`. */
export function smoothedChunk(argLists: Parameters<typeof smoothed>[]): ReturnType<typeof smoothed>[] {
  return argLists.map((args) => smoothed(...args));
}
