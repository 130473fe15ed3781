import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function reciprocals(numbers: number[]): number[] {
  return numbers.map((number) => {
    if (number === 0) throw new RangeError('0 has no reciprocal');
    if (number < 0) throw new TypeError(`${number} is negative`);
    return 1 / number;
  });
}

let reciprocalsPool: Piscina | undefined;

/** Calls `reciprocals` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function reciprocalsMany(argLists: readonly Parameters<typeof reciprocals>[]): Promise<ReturnType<typeof reciprocals>[]> {
  const pool = (reciprocalsPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof reciprocals>[]>[] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/** What one worker does at a time for `reciprocalsMany`. */
export function reciprocalsChunk(argLists: Parameters<typeof reciprocals>[]): ReturnType<typeof reciprocals>[] {
  return argLists.map((args) => reciprocals(...args));
}
