import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function spreads(values: readonly number[], more: readonly number[]): number[] {
  const spreads: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of more) sum += Math.sqrt(Math.abs(value - other));
    spreads.push(sum);
  }
  return spreads;
}

let spreadsPool: Piscina | undefined;

/** Calls `spreads` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function spreadsMany(argLists: readonly Parameters<typeof spreads>[]): Promise<ReturnType<typeof spreads>[]> {
  const pool = (spreadsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof spreads>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof spreads>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(spreadsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof spreads>[]).concat(...parts);
}

/** What one worker does at a time for `spreadsMany`. */
export function spreadsChunk(argLists: Parameters<typeof spreads>[]): ReturnType<typeof spreads>[] {
  return argLists.map((args) => spreads(...args));
}
