import { availableParallelism } from 'node:os';
import { histogramThreads } from './before.histogram.threads.ts';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function histogram(xs: number[], buckets: number): number[] {
  const counts = new Array<number>(buckets).fill(0);
  for (const part of histogramOnThreads(xs)) {
    for (const value of part) {
      counts[Math.min(buckets - 1, Math.floor(value))]!++;
    }
  }
  return counts;
}

/** The work of `for (const x of xs)`, done by several threads while the caller waits. */
function histogramOnThreads(xs: number[]): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(shared(xs.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const x of xs), iterations from ${at * partLength} on`;
  return histogramThreads.run(url, histogramChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function histogramChunk(xs: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const x of xs) results.push(cost(x));
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
