import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The last one first. */
export function settledBackwards(values: readonly number[]): string[] {
  const settled: string[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i];
    if (value === undefined) continue;
    settled.push(`${i}: ${settle(value)}`);
  }
  return settled;
}

let settledBackwardsPool: Piscina | undefined;

/** Calls `settledBackwards` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function settledBackwardsMany(argLists: readonly Parameters<typeof settledBackwards>[]): Promise<ReturnType<typeof settledBackwards>[]> {
  const pool = (settledBackwardsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settledBackwards>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof settledBackwards>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(settledBackwardsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof settledBackwards>[]).concat(...parts);
}

/** What one worker does at a time for `settledBackwardsMany`. */
export function settledBackwardsChunk(argLists: Parameters<typeof settledBackwards>[]): ReturnType<typeof settledBackwards>[] {
  return argLists.map((args) => settledBackwards(...args));
}
