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

/** Like `roots`, with the work of `for (let i = 0; i < values.length; i++)` spread over worker threads, which fill `out` in memory that they share. */
export async function rootsParallel(values: number[], weights: readonly number[], rounds: number): Promise<Float64Array> {
  const out = new Float64Array(values.length);
  await rootsInWorkers(values, rounds, out, weights);
  return out;
}

async function rootsInWorkers(values: number[], rounds: number, out: Float64Array, weights: readonly number[]): Promise<void> {
  const pool = (rootsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedOut = sharedFloat64Array(out);
  const sharedWeights = shared(weights);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof rootsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: shared(values.slice(start, start + partLength)),
      rounds,
      out: sharedOut,
      weights: sharedWeights,
      start,
      end: Math.min(start + partLength, values.length),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done again in this thread, it throws what the original throws.
    rootsChunk(task);
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: shared(values.slice(iteration, iteration + 1)),
          rounds,
          out: sharedOut,
          weights: sharedWeights,
          start: iteration,
          end: Math.min(iteration + 1, values.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  out.set(sharedOut);
}

/** What one worker does at a time for `rootsParallel`: it fills its part of `out`. */
export function rootsChunk({ values, rounds, out, weights, start, end }: {
  values: ReturnType<typeof shared>;
  rounds: number;
  out: Float64Array;
  weights: ReturnType<typeof shared>;
  start: number;
  end: number;
}): void {
  for (let i = start; i < end; i++) {
    let root = values[i - start]!;
    for (let k = 0; k < rounds; k++) root = root - (root * root - values[i - start]!) / (1 + root * root);
    out[i] = root + weights.length * (weights[i + 1] ?? 0);
  }
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

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
