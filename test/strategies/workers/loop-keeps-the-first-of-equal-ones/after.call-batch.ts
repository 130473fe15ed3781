import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Of 0 and -0, which are not less than each other, the first stays. */
export function lowest(rows: readonly (readonly number[])[]): number {
  let low = 1;
  for (const row of rows) {
    let sum = row.length === 0 ? 1 : 0;
    for (const value of row) sum *= value;
    if (low > sum) low = sum;
  }
  return low;
}

let lowestPool: Piscina | undefined;

/** Calls `lowest` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function lowestMany(argLists: readonly Parameters<typeof lowest>[]): Promise<ReturnType<typeof lowest>[]> {
  const pool = (lowestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof lowest>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof lowest>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(lowestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof lowest>[]).concat(...parts);
}

/** What one worker does at a time for `lowestMany`. */
export function lowestChunk(argLists: Parameters<typeof lowest>[]): ReturnType<typeof lowest>[] {
  return argLists.map((args) => lowest(...args));
}
