import { availableParallelism } from 'node:os';
import { totalCostThreads } from './before.total-cost.threads.ts';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  return Math.sqrt(x) / 3;
}

export function totalCost(xs: number[]): number {
  let total = 0;
  for (const part of totalCostOnThreads(xs)) {
    for (const value of part) total += value;
  }
  return total;
}

/** The work of `for (let i = 0; i < xs.length; i++)`, done by several threads while the caller waits. */
function totalCostOnThreads(xs: number[]): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(shared(xs.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < xs.length; i++), iterations from ${at * partLength} on`;
  return totalCostThreads.run(url, totalCostChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function totalCostChunk(xs: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = 0; i < xs.length; i++) results.push(cost(xs[i] ?? 0));
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
