import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function countsByCost(xs: number[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const x of xs) {
    const key = cost(x).toFixed(0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts];
}

let countsByCostPool: Piscina | undefined;

/** Like `countsByCost`, with the work of `for (const x of xs)` spread over worker threads. What the parts count is added up. */
export async function countsByCostParallel(xs: number[]): Promise<[string, number][]> {
  const counts = new Map<string, number>();
  for (const part of await countsByCostInWorkers(xs)) {
    for (const [key, count] of part) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts];
}

async function countsByCostInWorkers(xs: number[]): Promise<Map<string, number>[]> {
  const pool = (countsByCostPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(xs.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Map<string, number>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(countsByCostChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(xs.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Map<string, number>[]).concat(...parts);
}

/** What one worker does at a time for `countsByCostParallel`. */
export function countsByCostChunk(xs: number[]): Map<string, number>[] {
  const counts = new Map<string, number>();
  for (const x of xs) {
    const key = cost(x).toFixed(0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [counts];
}
