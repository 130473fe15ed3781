import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function describeAll(values: number[], digits: number) {
  const described = values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
  return described;
}

let describeAllPool: Piscina | undefined;

/** Calls `describeAll` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function describeAllMany(argLists: readonly Parameters<typeof describeAll>[]): Promise<ReturnType<typeof describeAll>[]> {
  const pool = (describeAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof describeAll>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof describeAll>[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values = describeAllChunk(task);
    emitWarning(`A worker failed, from call ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values;
  });
  return ([] as ReturnType<typeof describeAll>[]).concat(...parts);
}

/** What one worker does at a time for `describeAllMany`. */
export function describeAllChunk(argLists: Parameters<typeof describeAll>[]): ReturnType<typeof describeAll>[] {
  return argLists.map((args) => describeAll(...args));
}
