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

/** Like `reciprocals`, with `numbers.map(…)` spread over worker threads. The results keep their order. */
export async function reciprocalsParallel(numbers: number[]): Promise<number[]> {
  return await reciprocalsInWorkers(numbers);
}

async function reciprocalsInWorkers(numbers: readonly number[]): Promise<number[]> {
  const pool = (reciprocalsPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(numbers.length / (4 * availableParallelism()));
  const parts: Promise<number[]>[] = [];
  for (let start = 0; start < numbers.length; start += partLength) {
    parts.push(pool.run(numbers.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as number[]).concat(...results);
}

/** What one worker does at a time for `reciprocalsParallel`. */
export function reciprocalsChunk(numbers: number[]): number[] {
  return numbers.map((number) => {
    if (number === 0) throw new RangeError('0 has no reciprocal');
    if (number < 0) throw new TypeError(`${number} is negative`);
    return 1 / number;
  });
}
