import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled);
  return settled;
}

/** Every value as a line with its number. */
export function listed(values: number[]): string[] {
  const lines: string[] = [];
  for (const [at, value] of values.entries()) {
    if (value === undefined) lines.push(`${at}: none`);
    else lines.push(`${at}: ${settle(value)}`);
  }
  return lines;
}

let listedPool: Piscina | undefined;

/** Calls `listed` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function listedMany(argLists: readonly Parameters<typeof listed>[]): Promise<ReturnType<typeof listed>[]> {
  const pool = (listedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof listed>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof listed>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(listedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof listed>[]).concat(...parts);
}

/** What one worker does at a time for `listedMany`. */
export function listedChunk(argLists: Parameters<typeof listed>[]): ReturnType<typeof listed>[] {
  return argLists.map((args) => listed(...args));
}
