import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
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
  const pool = (describeAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof describeAllChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: values.slice(start, start + partLength), digits });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: (({ text: string; parts: number[]; })[])[] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values2 = describeAllChunk(task);
    emitWarning(`A worker failed, from element ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values2;
  });
  return ([] as ({ text: string; parts: number[]; })[]).concat(...parts);
}

/** What one worker does at a time for `describeAllParallel`. */
export function describeAllChunk({ values, digits }: { values: number[]; digits: number }): ({ text: string; parts: number[]; })[] {
  return values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
}
