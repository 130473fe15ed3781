import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The smoothed root of each value, and what its neighbours have. */
export function roots(values: number[], weights: readonly number[], rounds: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let root = values[i]!;
    for (let k = 0; k < rounds; k++) root = root - (root * root - values[i]!) / (1 + root * root);
    out[i] = root + weights.length * (weights[i + 1] ?? 0);
  }
  return out;
}

let rootsPool: Piscina | undefined;

/** Like `roots`, with the work of `for (let i = 0; i < values.length; i++)` spread over worker threads. The results keep their order. */
export async function rootsParallel(values: number[], weights: readonly number[], rounds: number): Promise<Float64Array> {
  const out = new Float64Array(values.length);
  const results = await rootsInWorkers(values, rounds, weights);
  for (let i = 0; i < values.length; i++) {
    out[i] = results[i] as number;
  }
  return out;
}

async function rootsInWorkers(values: number[], rounds: number, weights: readonly number[]): Promise<number[]> {
  const pool = (rootsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof rootsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: values.slice(start, start + partLength),
      rounds,
      weights,
      start,
      end: Math.min(start + partLength, values.length),
    });
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
    parts.push(rootsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: values.slice(iteration, iteration + 1),
          rounds,
          weights,
          start: iteration,
          end: Math.min(iteration + 1, values.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `rootsParallel`. */
export function rootsChunk({ values, rounds, weights, start, end }: {
  values: number[];
  rounds: number;
  weights: readonly number[];
  start: number;
  end: number;
}): number[] {
  const results: number[] = [];
  for (let i = start; i < end; i++) {
    let root = values[i - start]!;
    for (let k = 0; k < rounds; k++) root = root - (root * root - values[i - start]!) / (1 + root * root);
    results.push(root + weights.length * (weights[i + 1] ?? 0));
  }
  return results;
}
