import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function describeAll(values: number[], digits: number) {
  const described = values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
  return described;
}

let describeAllPool: Piscina | undefined;

/** Like `describeAll`, with `values.map(…)` spread over worker threads. The results keep their order. */
export async function describeAllParallel(values: number[], digits: number) {
  const described = await describeAllInWorkers(values, digits);
  return described;
}

async function describeAllInWorkers(values: readonly number[], digits: number): Promise<({ text: string; parts: number[]; })[]> {
  const pool = (describeAllPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const parts: Promise<({ text: string; parts: number[]; })[]>[] = [];
  for (let start = 0; start < values.length; start += partLength) {
    parts.push(pool.run({ values: values.slice(start, start + partLength), digits }));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as ({ text: string; parts: number[]; })[]).concat(...results);
}

/** What one worker does at a time for `describeAllParallel`. */
export function describeAllChunk({ values, digits }: { values: number[]; digits: number }): ({ text: string; parts: number[]; })[] {
  return values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
}
