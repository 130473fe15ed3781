import { availableParallelism } from 'node:os';
import { meanAndSpreadThreads } from './before.mean-and-spread.threads.ts';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function meanAndSpread(xs: readonly number[], factor: number): number[] {
  let sum = 0;
  let squares = 0;
  let dear = 0;
  for (const [one, isDear] of meanAndSpreadOnThreads(xs, factor)) {
    sum += one;
    squares += one * one;
    if (isDear) dear++;
  }
  const mean = sum / xs.length;
  return [mean, squares / xs.length - mean * mean, dear];
}

/** The work of `for (const x of xs)`, done by several threads while the caller waits. */
function meanAndSpreadOnThreads(xs: readonly number[], factor: number): [number, boolean][] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof meanAndSpreadChunk>[0][] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push({ xs: shared(xs.slice(start, start + partLength)), factor });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const x of xs), iterations from ${at * partLength} on`;
  return ([] as [number, boolean][]).concat(...meanAndSpreadThreads.run(url, meanAndSpreadChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function meanAndSpreadChunk({ xs, factor }: { xs: ReturnType<typeof shared>; factor: number }): [number, boolean][] {
  const results: [number, boolean][] = [];
  for (const x of xs) {
    const one = cost(x) * factor;
    const isDear = one > 20;
    results.push([one, isDear]);
  }
  return results;
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
