import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The mean of each sample and its neighbours in the row. */
export function blurRows(samples: Float32Array, weights: Float64Array, width: number, height: number): Float32Array {
  const reach = weights.length - 1;
  const blurred = new Float32Array(samples.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const column = Math.min(width - 1, Math.max(0, x + k));
        sum += samples[y * width + column]! * weights[Math.abs(k)]!;
      }
      blurred[y * width + x] = sum;
    }
  }
  return blurred;
}

let blurRowsPool: Piscina | undefined;

/** Like `blurRows`, with the work of `for (let y = 0; y < height; y++)` spread over worker threads. The results keep their order. */
export async function blurRowsParallel(samples: Float32Array, weights: Float64Array, width: number, height: number): Promise<Float32Array> {
  const reach = weights.length - 1;
  const blurred = new Float32Array(samples.length);
  const results = await blurRowsInWorkers(height, width, reach, samples, weights);
  let next = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      blurred[y * width + x] = results[next++] as number;
    }
  }
  return blurred;
}

async function blurRowsInWorkers(height: number, width: number, reach: number, samples: Float32Array, weights: Float64Array): Promise<number[]> {
  const pool = (blurRowsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedSamples = sharedFloat32Array(samples);
  const sharedWeights = sharedFloat64Array(weights);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(height / (4 * availableParallelism())));
  const tasks: Parameters<typeof blurRowsChunk>[0][] = [];
  for (let start = 0; start < height; start += partLength) {
    tasks.push({
      width,
      reach,
      samples: sharedSamples,
      weights: sharedWeights,
      start,
      end: Math.min(start + partLength, height),
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
    parts.push(blurRowsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          width,
          reach,
          samples: sharedSamples,
          weights: sharedWeights,
          start: iteration,
          end: Math.min(iteration + 1, height),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `blurRowsParallel`. */
export function blurRowsChunk({ width, reach, samples, weights, start, end }: {
  width: number;
  reach: number;
  samples: Float32Array;
  weights: Float64Array;
  start: number;
  end: number;
}): number[] {
  const results: number[] = [];
  for (let y = start; y < end; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const column = Math.min(width - 1, Math.max(0, x + k));
        sum += samples[y * width + column]! * weights[Math.abs(k)]!;
      }
      results.push(sum);
    }
  }
  return results;
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
