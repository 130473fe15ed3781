import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export const dearest = (xs: number[]): string =>
  xs
    .filter((x) => x !== 7)
    .reduce<number>((most, x) => Math.max(most, cost(x)), -Infinity)
    .toFixed(3);

let dearestPool: Piscina | undefined;

/** Like `dearest`, with `xs .filter((x) => x !== 7).reduce(…)` spread over worker threads. What they give is put together in order. */
export async function dearestParallel(xs: number[]): Promise<string> {
  return (await dearestInWorkers(xs
    .filter((x) => x !== 7))).reduce<number>((most, value) => Math.max(most, value), -Infinity)
    .toFixed(3);
}

async function dearestInWorkers(items: readonly number[]): Promise<number[]> {
  const pool = (dearestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push(items.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values = dearestChunk(task);
    emitWarning(`A worker failed, from element ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values;
  });
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `dearestParallel`. */
export function dearestChunk(items: number[]): number[] {
  return items.map((x) => cost(x));
}
