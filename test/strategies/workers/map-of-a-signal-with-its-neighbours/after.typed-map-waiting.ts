import { availableParallelism } from 'node:os';
import { smoothedThreads } from './before.smoothed.threads.ts';

/** The middle one of each sample and its neighbours. */
export function smoothed(signal: Float64Array, weights: Float64Array, reach: number): Float64Array {
  return smoothedOnThreads(signal, reach, weights);
}

/** The work of `signal.map(…)`, done by several threads while the caller waits. */
function smoothedOnThreads(signal: Float64Array, reach: number, weights: Float64Array): Float64Array {
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
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `signal.map(…), elements from ${at * partLength} on`;
  const results = new Float64Array(signal.length);
  for (const [index, part] of smoothedThreads.run(url, smoothedChunk, tasks, name).entries()) results.set(part, index * partLength);
  return results;
}

/** A part of it, as each thread does it. */
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
