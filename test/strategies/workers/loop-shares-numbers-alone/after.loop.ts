import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** What comes of every value with all weights. */
export function weighed(values: readonly number[], weights: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let sum = values[i]!;
    for (let j = 0; j < weights.length; j++) sum = sum + values[i]! * weights[j]!;
    out.push(sum);
  }
  return out;
}

let weighedPool: Piscina | undefined;

/** Like `weighed`, with the work of `for (let i = 0; i < values.length; i++)` spread over worker threads. The results keep their order. */
export async function weighedParallel(values: readonly number[], weights: readonly number[]): Promise<number[]> {
  const out: number[] = [];
  for (const value of await weighedInWorkers(values, weights)) {
    out.push(value);
  }
  return out;
}

async function weighedInWorkers(values: readonly number[], weights: readonly number[]): Promise<number[]> {
  const pool = (weighedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof weighedChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: values.slice(start, start + partLength), weights });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values2 = weighedChunk(task);
    emitWarning(`A worker failed, from iteration ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values2;
  });
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `weighedParallel`. */
export function weighedChunk({ values, weights }: { values: readonly number[]; weights: readonly number[] }): number[] {
  const results: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let sum = values[i]!;
    for (let j = 0; j < weights.length; j++) sum = sum + values[i]! * weights[j]!;
    results.push(sum);
  }
  return results;
}
