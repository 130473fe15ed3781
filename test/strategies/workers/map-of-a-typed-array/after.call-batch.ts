import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Brightness as a screen shows it. */
export function corrected(values: Float64Array, gamma: number): Float64Array {
  const scaled = values.map((value, at) => Math.pow(value, 1 / gamma) * (at % 2 === 0 ? 1 : 0.5));
  return scaled;
}

let correctedPool: Piscina | undefined;

/** Calls `corrected` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function correctedMany(argLists: readonly Parameters<typeof corrected>[]): Promise<ReturnType<typeof corrected>[]> {
  const pool = (correctedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A copy of what extends such a class, as a Buffer does, is no longer of its own class.
  if (argLists.some((args) => args[0] instanceof Float64Array && args[0].constructor !== Float64Array)) return argLists.map((args) => corrected(...args));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof corrected>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof corrected>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(correctedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof corrected>[]).concat(...parts);
}

/** What one worker does at a time for `correctedMany`. */
export function correctedChunk(argLists: Parameters<typeof corrected>[]): ReturnType<typeof corrected>[] {
  return argLists.map((args) => corrected(...args));
}
