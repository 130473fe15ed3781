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
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(dearestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(items.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `dearestParallel`. */
export function dearestChunk(items: number[]): number[] {
  return items.map((x) => cost(x));
}
