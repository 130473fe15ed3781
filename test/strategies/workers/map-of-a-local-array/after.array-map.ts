import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

// Squares of the even numbers, and their sum.
export function evenSquares(limit: number, scale: number): { squares: number[]; sum: number } {
  const evens: number[] = [];
  for (let n = 0; n < limit; n++) if (n % 2 === 0) evens.push(n);
  const squares = evens.map((n) => n * n * scale);
  let sum = 0;
  for (const square of squares) sum += square;
  return { squares, sum };
}

let evenSquaresPool: Piscina | undefined;

/** Like `evenSquares`, with `evens.map(…)` spread over worker threads. The results keep their order. */
export async function evenSquaresParallel(limit: number, scale: number): Promise<{ squares: number[]; sum: number }> {
  const evens: number[] = [];
  for (let n = 0; n < limit; n++) if (n % 2 === 0) evens.push(n);
  const squares = await evenSquaresInWorkers(evens, scale);
  let sum = 0;
  for (const square of squares) sum += square;
  return { squares, sum };
}

async function evenSquaresInWorkers(evens: readonly number[], scale: number): Promise<number[]> {
  const pool = (evenSquaresPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(evens.length / (4 * availableParallelism()));
  const parts: Promise<number[]>[] = [];
  for (let start = 0; start < evens.length; start += partLength) {
    parts.push(pool.run({ evens: evens.slice(start, start + partLength), scale }));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as number[]).concat(...results);
}

/** What one worker does at a time for `evenSquaresParallel`. */
export function evenSquaresChunk({ evens, scale }: { evens: number[]; scale: number }): number[] {
  return evens.map((n) => n * n * scale);
}
