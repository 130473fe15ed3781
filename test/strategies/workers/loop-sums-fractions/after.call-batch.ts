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

/** Calls `totalCost` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function totalCostMany(argLists: readonly Parameters<typeof totalCost>[]): Promise<ReturnType<typeof totalCost>[]> {
  const pool = (totalCostPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof totalCost>[]>[] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/** What one worker does at a time for `totalCostMany`. */
export function totalCostChunk(argLists: Parameters<typeof totalCost>[]): ReturnType<typeof totalCost>[] {
  return argLists.map((args) => totalCost(...args));
}
