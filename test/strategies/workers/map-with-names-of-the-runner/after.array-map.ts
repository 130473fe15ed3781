import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function results(parts: number[], start: number, pool: { part: number }, settled: boolean): number[] {
  return parts.filter((part) => part !== start).map((part) => (settled ? part * pool.part : part - start));
}

let resultsPool: Piscina | undefined;

/** Like `results`, with `parts.filter((part) => part !== start).map(…)` spread over worker threads. The results keep their order. */
export async function resultsParallel(parts: number[], start: number, pool: { part: number }, settled: boolean): Promise<number[]> {
  return await resultsInWorkers(parts.filter((part) => part !== start), settled, pool, start);
}

async function resultsInWorkers(items: readonly number[], settled: boolean, pool: { part: number; }, start: number): Promise<number[]> {
  const pool2 = (resultsPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const parts: Promise<number[]>[] = [];
  for (let start2 = 0; start2 < items.length; start2 += partLength) {
    parts.push(pool2.run({ items: items.slice(start2, start2 + partLength), settled, pool, start }));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled2 = await Promise.allSettled(parts);
  const results = settled2.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as number[]).concat(...results);
}

/** What one worker does at a time for `resultsParallel`. */
export function resultsChunk({ items, settled, pool, start }: { items: number[]; settled: boolean; pool: { part: number; }; start: number }): number[] {
  return items.map((part) => (settled ? part * pool.part : part - start));
}
