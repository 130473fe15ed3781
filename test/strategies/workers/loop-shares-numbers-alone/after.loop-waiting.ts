import { availableParallelism } from 'node:os';
import { weighedThreads } from './before.weighed.threads.ts';

/** What comes of every value with all weights. */
export function weighed(values: readonly number[], weights: readonly number[]): number[] {
  const out: number[] = [];
  for (const part of weighedOnThreads(values, weights)) {
    for (const value of part) out.push(value);
  }
  return out;
}

/** The work of `for (let i = 0; i < values.length; i++)`, done by several threads while the caller waits. */
function weighedOnThreads(values: readonly number[], weights: readonly number[]): ReturnType<typeof shared>[] {
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
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < values.length; i++), iterations from ${at * partLength} on`;
  return weighedThreads.run(url, weighedChunk, tasks, name);
}

/** A part of it, as each thread does it. */
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
