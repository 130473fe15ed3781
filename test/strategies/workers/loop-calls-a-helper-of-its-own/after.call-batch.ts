import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** How many ways there are to place queens that cannot take one another, by the column of the first. */
export function queens(size: number): number[] {
  const counts: number[] = [];
  // Bits of what is taken: columns, and both directions of diagonals.
  function place(row: number, columns: number, falling: number, rising: number): number {
    if (row === size) return 1;
    let total = 0;
    for (let column = 0; column < size; column++) {
      const bits = [1 << column, 1 << (row + column), 1 << (row - column + size)] as const;
      if ((columns & bits[0]) | (falling & bits[1]) | (rising & bits[2])) continue;
      total += place(row + 1, columns | bits[0], falling | bits[1], rising | bits[2]);
    }
    return total;
  }
  for (let first = 0; first < size; first++) {
    counts.push(place(1, 1 << first, 1 << first, 1 << (size - first)));
  }
  return counts;
}

let queensPool: Piscina | undefined;

/** Calls `queens` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function queensMany(argLists: readonly Parameters<typeof queens>[]): Promise<ReturnType<typeof queens>[]> {
  const pool = (queensPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof queens>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof queens>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(queensChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof queens>[]).concat(...parts);
}

/** What one worker does at a time for `queensMany`. */
export function queensChunk(argLists: Parameters<typeof queens>[]): ReturnType<typeof queens>[] {
  return argLists.map((args) => queens(...args));
}
