import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function divisors(numbers: number[]): [number, number][] {
  return numbers.flatMap((n) => {
    const found: [number, number][] = [];
    for (let d = 1; d <= n; d++) if (n % d === 0) found.push([n, d]);
    return found;
  });
}

let divisorsPool: Piscina | undefined;

/** Like `divisors`, with `numbers.flatMap(…)` spread over worker threads. The results keep their order. */
export async function divisorsParallel(numbers: number[]): Promise<[number, number][]> {
  return await divisorsInWorkers(numbers);
}

async function divisorsInWorkers(numbers: readonly number[]): Promise<([number, number])[]> {
  const pool = (divisorsPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(numbers.length / (4 * availableParallelism()));
  const parts: Promise<([number, number])[]>[] = [];
  for (let start = 0; start < numbers.length; start += partLength) {
    parts.push(pool.run(numbers.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as ([number, number])[]).concat(...results);
}

/** What one worker does at a time for `divisorsParallel`. */
export function divisorsChunk(numbers: number[]): ([number, number])[] {
  return numbers.flatMap((n) => {
    const found: [number, number][] = [];
    for (let d = 1; d <= n; d++) if (n % d === 0) found.push([n, d]);
    return found;
  });
}
