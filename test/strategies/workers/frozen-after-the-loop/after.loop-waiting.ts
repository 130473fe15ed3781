import { availableParallelism } from 'node:os';
import { squaresThreads } from './before.squares.threads.ts';

export function squares(values: readonly number[]): readonly number[] {
  const result: number[] = [];
  for (const part of squaresOnThreads(values)) {
    for (const value of part) result.push(value);
  }
  return Object.freeze(result);
}

/** The work of `for (const value of values)`, done by several threads while the caller waits. */
function squaresOnThreads(values: readonly number[]): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push(shared(values.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const value of values), iterations from ${at * partLength} on`;
  return squaresThreads.run(url, squaresChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function squaresChunk(values: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const value of values) {
    let square = 0;
    for (let i = 0; i < value; i++) square += value;
    results.push(square);
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
