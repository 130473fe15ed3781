import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Each value as it settles, from the last one on; every third one takes another along. */
export function settledInPairs(values: number[]): number[] {
  const order: number[] = [];
  const left = [...values];
  for (let i = left.length - 1; i >= 0; i--) {
    let end = left[i] ?? 0;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5);
    order.push(end);
    if (i % 3 === 0) left.pop();
  }
  return order;
}

let settledInPairsPool: Piscina | undefined;

/** Calls `settledInPairs` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function settledInPairsMany(argLists: readonly Parameters<typeof settledInPairs>[]): Promise<ReturnType<typeof settledInPairs>[]> {
  const pool = (settledInPairsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settledInPairs>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof settledInPairs>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(settledInPairsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof settledInPairs>[]).concat(...parts);
}

/** What one worker does at a time for `settledInPairsMany`. */
export function settledInPairsChunk(argLists: Parameters<typeof settledInPairs>[]): ReturnType<typeof settledInPairs>[] {
  return argLists.map((args) => settledInPairs(...args));
}
