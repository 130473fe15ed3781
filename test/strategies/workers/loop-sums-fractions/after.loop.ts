import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  return Math.sqrt(x) / 3;
}

export function totalCost(xs: number[]): number {
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += cost(xs[i] ?? 0);
  return total;
}

let totalCostPool: Piscina | undefined;

/** Like `totalCost`, with the work of `for (let i = 0; i < xs.length; i++)` spread over worker threads. The results keep their order. */
export async function totalCostParallel(xs: number[]): Promise<number> {
  let total = 0;
  for (const value of await totalCostInWorkers(xs)) {
    total += value;
  }
  return total;
}

async function totalCostInWorkers(xs: number[]): Promise<number[]> {
  const pool = (totalCostPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const parts: Promise<number[]>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    parts.push(pool.run(xs.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/** What one worker does at a time for `totalCostParallel`. */
export function totalCostChunk(xs: number[]): number[] {
  const results: number[] = [];
  for (let i = 0; i < xs.length; i++) results.push(cost(xs[i] ?? 0));
  return results;
}
