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

/** Like `primes`, with `candidates.filter(…)` spread over worker threads. The results keep their order. */
export async function primesParallel(candidates: number[]): Promise<number[]> {
  return await primesInWorkers(candidates);
}

async function primesInWorkers(candidates: readonly number[]): Promise<number[]> {
  const pool = (primesPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(candidates.length / (4 * availableParallelism()));
  const parts: Promise<number[]>[] = [];
  for (let start = 0; start < candidates.length; start += partLength) {
    parts.push(pool.run(candidates.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as number[]).concat(...results);
}

/** What one worker does at a time for `primesParallel`. */
export function primesChunk(candidates: number[]): number[] {
  return candidates.filter((n) => {
    if (n < 2) return false;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
    return true;
  });
}
