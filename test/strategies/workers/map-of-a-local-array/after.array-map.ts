import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
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
  const pool = (evenSquaresPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(evens.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof evenSquaresChunk>[0][] = [];
  for (let start = 0; start < evens.length; start += partLength) {
    tasks.push({ evens: evens.slice(start, start + partLength), scale });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values = evenSquaresChunk(task);
    emitWarning(`A worker failed, from element ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values;
  });
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `evenSquaresParallel`. */
export function evenSquaresChunk({ evens, scale }: { evens: number[]; scale: number }): number[] {
  return evens.map((n) => n * n * scale);
}
