import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The middle one of each sample and its neighbours. */
export function smoothed(signal: Float64Array, weights: Float64Array, reach: number): Float64Array {
  return signal.map((_, i) => {
    const near = Array.from(signal.subarray(Math.max(0, i - reach), i + reach + 1));
    near.sort((a, b) => a - b);
    return near[Math.floor(near.length / 2)]! * (weights[i % weights.length] ?? 1);
  });
}

let smoothedPool: Piscina | undefined;

/** Like `smoothed`, with `signal.map(…)` spread over worker threads. The results keep their order. */
export async function smoothedParallel(signal: Float64Array, weights: Float64Array, reach: number): Promise<Float64Array> {
  return await smoothedInWorkers(signal, reach, weights);
}

async function smoothedInWorkers(signal: Float64Array, reach: number, weights: Float64Array): Promise<Float64Array> {
  const pool = (smoothedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // What is no plain Float64Array gives another one of its own kind.
  if (signal.constructor !== Float64Array) return smoothedChunk({ signal, reach, weights, start: 0, end: signal.length });
  const sharedSignal = sharedFloat64Array(signal);
  const sharedWeights = sharedFloat64Array(weights);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(signal.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof smoothedChunk>[0][] = [];
  for (let start = 0; start < signal.length; start += partLength) {
    tasks.push({
      signal: sharedSignal,
      reach,
      weights: sharedWeights,
      start,
      end: Math.min(start + partLength, signal.length),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Float64Array[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(smoothedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({
          signal: sharedSignal,
          reach,
          weights: sharedWeights,
          start: element,
          end: Math.min(element + 1, signal.length),
        }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results = new Float64Array(signal.length);
  for (const [index, part] of parts.entries()) results.set(part, index * partLength);
  return results;
}

/** What one worker does at a time for `smoothedParallel`. */
export function smoothedChunk({ signal, reach, weights, start, end }: {
  signal: Float64Array;
  reach: number;
  weights: Float64Array;
  start: number;
  end: number;
}): Float64Array {
  return signal.subarray(start, end).map((_, i) => {
    const near = Array.from(signal.subarray(Math.max(0, (start + i) - reach), (start + i) + reach + 1));
    near.sort((a, b) => a - b);
    return near[Math.floor(near.length / 2)]! * (weights[(start + i) % weights.length] ?? 1);
  });
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
