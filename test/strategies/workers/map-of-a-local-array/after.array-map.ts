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
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(evenSquaresChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ evens: evens.slice(element, element + 1), scale }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `evenSquaresParallel`. */
export function evenSquaresChunk({ evens, scale }: { evens: number[]; scale: number }): number[] {
  return evens.map((n) => n * n * scale);
}
