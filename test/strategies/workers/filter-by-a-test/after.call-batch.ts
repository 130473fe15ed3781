import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function primes(candidates: number[]): number[] {
  return candidates.filter((n) => {
    if (n < 2) return false;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
    return true;
  });
}

let primesPool: Piscina | undefined;

/** Calls `primes` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function primesMany(argLists: readonly Parameters<typeof primes>[]): Promise<ReturnType<typeof primes>[]> {
  const pool = (primesPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof primes>[]>[] = [];
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

/** What one worker does at a time for `primesMany`. */
export function primesChunk(argLists: Parameters<typeof primes>[]): ReturnType<typeof primes>[] {
  return argLists.map((args) => primes(...args));
}
