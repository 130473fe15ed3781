import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

/** Fractions, so that it matters in which order they are added. */
export function totalCost(xs: readonly number[], base: number): number {
  let total = base;
  xs.forEach((x) => {
    total += cost(x);
  });
  return total;
}

let totalCostPool: Piscina | undefined;

/** Like `totalCost`, with `xs.forEach(…)` spread over worker threads. What they give is put together in order. */
export async function totalCostParallel(xs: readonly number[], base: number): Promise<number> {
  let total = base;
  (await totalCostInWorkers(xs)).forEach((value) => {
    total += value;
  });
  return total;
}

async function totalCostInWorkers(xs: readonly number[]): Promise<number[]> {
  const pool = (totalCostPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(xs.slice(start, start + partLength));
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
    parts.push(totalCostChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(xs.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `totalCostParallel`. */
export function totalCostChunk(xs: number[]): number[] {
  return xs.map((x) => cost(x));
}
