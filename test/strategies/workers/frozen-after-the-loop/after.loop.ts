import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function squares(values: readonly number[]): readonly number[] {
  const result: number[] = [];
  for (const value of values) {
    let square = 0;
    for (let i = 0; i < value; i++) square += value;
    result.push(square);
  }
  return Object.freeze(result);
}

let squaresPool: Piscina | undefined;

/** Like `squares`, with the work of `for (const value of values)` spread over worker threads. The results keep their order. */
export async function squaresParallel(values: readonly number[]): Promise<readonly number[]> {
  const result: number[] = [];
  for (const value of await squaresInWorkers(values)) {
    result.push(value);
  }
  return Object.freeze(result);
}

async function squaresInWorkers(values: readonly number[]): Promise<number[]> {
  const pool = (squaresPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: (readonly number[])[] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push(values.slice(start, start + partLength));
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
    parts.push(squaresChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(values.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `squaresParallel`. */
export function squaresChunk(values: readonly number[]): number[] {
  const results: number[] = [];
  for (const value of values) {
    let square = 0;
    for (let i = 0; i < value; i++) square += value;
    results.push(square);
  }
  return results;
}
