import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
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
  const pool = (reciprocalsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(numbers.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < numbers.length; start += partLength) {
    tasks.push(numbers.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values = reciprocalsChunk(task);
    emitWarning(`A worker failed, from element ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values;
  });
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `reciprocalsParallel`. */
export function reciprocalsChunk(numbers: number[]): number[] {
  return numbers.map((number) => {
    if (number === 0) throw new RangeError('0 has no reciprocal');
    if (number < 0) throw new TypeError(`${number} is negative`);
    return 1 / number;
  });
}
