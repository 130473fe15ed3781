import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Whether each is even; whoever asks for the first one asks too early. */
export function areEven(values: readonly number[]): boolean[] {
  const isEven = (value: number): boolean => (value === 0 ? true : isOdd(value - 1));
  const first = isEven(values.length);
  const isOdd = (value: number): boolean => (value === 0 ? false : isEven(value - 1));
  return values.map((value) => isEven(Math.abs(value)) && first);
}

let areEvenPool: Piscina | undefined;

/** Calls `areEven` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function areEvenMany(argLists: readonly Parameters<typeof areEven>[]): Promise<ReturnType<typeof areEven>[]> {
  const pool = (areEvenPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof areEven>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof areEven>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(areEvenChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof areEven>[]).concat(...parts);
}

/** What one worker does at a time for `areEvenMany`. */
export function areEvenChunk(argLists: Parameters<typeof areEven>[]): ReturnType<typeof areEven>[] {
  return argLists.map((args) => areEven(...args));
}
