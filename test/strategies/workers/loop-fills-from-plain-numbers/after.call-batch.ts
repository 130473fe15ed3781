import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The smoothed root of each value, and what its neighbours have. */
export function roots(values: number[], weights: readonly number[], rounds: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let root = values[i]!;
    for (let k = 0; k < rounds; k++) root = root - (root * root - values[i]!) / (1 + root * root);
    out[i] = root + weights.length * (weights[i + 1] ?? 0);
  }
  return out;
}

let rootsPool: Piscina | undefined;

/** Calls `roots` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function rootsMany(argLists: readonly Parameters<typeof roots>[]): Promise<ReturnType<typeof roots>[]> {
  const pool = (rootsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof roots>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof roots>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(rootsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof roots>[]).concat(...parts);
}

/** What one worker does at a time for `rootsMany`. */
export function rootsChunk(argLists: Parameters<typeof roots>[]): ReturnType<typeof roots>[] {
  return argLists.map((args) => roots(...args));
}
