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
  for (const part of await weighedInWorkers(values, weights)) {
    for (const value of part) out.push(value);
  }
  return out;
}

async function weighedInWorkers(values: readonly number[], weights: readonly number[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (weighedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedWeights = shared(weights);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof weighedChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: shared(values.slice(start, start + partLength)),
      weights: sharedWeights,
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(weighedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: shared(values.slice(iteration, iteration + 1)),
          weights: sharedWeights,
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `weighedParallel`. */
export function weighedChunk({ values, weights }: {
  values: ReturnType<typeof shared>;
  weights: ReturnType<typeof shared>;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let sum = values[i]!;
    for (let j = 0; j < weights.length; j++) sum = sum + values[i]! * weights[j]!;
    results.push(sum);
  }
  return shared(results);
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}
