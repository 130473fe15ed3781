import { availableParallelism } from 'node:os';
import { correctedThreads } from './before.corrected.threads.ts';

/** Brightness as a screen shows it. */
export function corrected(values: Float64Array, gamma: number): Float64Array {
  const scaled = correctedOnThreads(values, gamma);
  return scaled;
}

/** The work of `values.map(…)`, done by several threads while the caller waits. */
function correctedOnThreads(values: Float64Array, gamma: number): Float64Array {
  // What is no plain Float64Array gives another one of its own kind.
  if (values.constructor !== Float64Array) return correctedChunk({ values, gamma, start: 0, end: values.length });
  const sharedValues = sharedFloat64Array(values);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof correctedChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: sharedValues,
      gamma,
      start,
      end: Math.min(start + partLength, values.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `values.map(…), elements from ${at * partLength} on`;
  const results = new Float64Array(values.length);
  for (const [index, part] of correctedThreads.run(url, correctedChunk, tasks, name).entries()) results.set(part, index * partLength);
  return results;
}

/** A part of it, as each thread does it. */
export function correctedChunk({ values, gamma, start, end }: {
  values: Float64Array;
  gamma: number;
  start: number;
  end: number;
}): Float64Array {
  return values.subarray(start, end).map((value, at) => Math.pow(value, 1 / gamma) * ((start + at) % 2 === 0 ? 1 : 0.5));
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
