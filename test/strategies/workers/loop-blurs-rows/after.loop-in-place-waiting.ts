import { availableParallelism } from 'node:os';
import { blurRowsThreads } from './before.blur-rows.threads.ts';

/** The mean of each sample and its neighbours in the row. */
export function blurRows(samples: Float32Array, weights: Float64Array, width: number, height: number): Float32Array {
  const reach = weights.length - 1;
  const blurred = new Float32Array(samples.length);
  blurRowsOnThreads(height, width, reach, samples, weights, blurred);
  return blurred;
}

/** The work of `for (let y = 0; y < height; y++)`, done by several threads while the caller waits. */
function blurRowsOnThreads(height: number, width: number, reach: number, samples: Float32Array, weights: Float64Array, blurred: Float32Array): void {
  const sharedSamples = sharedFloat32Array(samples);
  const sharedWeights = sharedFloat64Array(weights);
  const sharedBlurred = sharedFloat32Array(blurred);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(height / (4 * availableParallelism())));
  const tasks: Parameters<typeof blurRowsChunk>[0][] = [];
  for (let start = 0; start < height; start += partLength) {
    tasks.push({
      width,
      reach,
      samples: sharedSamples,
      weights: sharedWeights,
      blurred: sharedBlurred,
      start,
      end: Math.min(start + partLength, height),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let y = 0; y < height; y++), iterations from ${at * partLength} on`;
  blurRowsThreads.run(url, blurRowsChunk, tasks, name);
  blurred.set(sharedBlurred);
}

/** A part of it, as each thread does it. */
export function blurRowsChunk({ width, reach, samples, weights, blurred, start, end }: {
  width: number;
  reach: number;
  samples: Float32Array;
  weights: Float64Array;
  blurred: Float32Array;
  start: number;
  end: number;
}): void {
  for (let y = start; y < end; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const column = Math.min(width - 1, Math.max(0, x + k));
        sum += samples[y * width + column]! * weights[Math.abs(k)]!;
      }
      blurred[y * width + x] = sum;
    }
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat32Array(values: Float32Array): Float32Array {
  if (!(values instanceof Float32Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
