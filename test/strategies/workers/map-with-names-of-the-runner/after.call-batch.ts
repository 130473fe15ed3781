import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function results(parts: number[], start: number, pool: { part: number }, settled: boolean): number[] {
  return parts.filter((part) => part !== start).map((part) => (settled ? part * pool.part : part - start));
}

let resultsPool: Piscina | undefined;

/** Calls `results` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function resultsMany(argLists: readonly Parameters<typeof results>[]): Promise<ReturnType<typeof results>[]> {
  const pool = (resultsPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof results>[]>[] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results2 = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results2.flat();
}

/** What one worker does at a time for `resultsMany`. */
export function resultsChunk(argLists: Parameters<typeof results>[]): ReturnType<typeof results>[] {
  return argLists.map((args) => results(...args));
}
