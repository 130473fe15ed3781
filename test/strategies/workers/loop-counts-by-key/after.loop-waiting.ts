import { availableParallelism } from 'node:os';
import { countsByCostThreads } from './before.counts-by-cost.threads.ts';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function countsByCost(xs: number[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const part of countsByCostOnThreads(xs)) {
    for (const [key, count] of part) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts];
}

/** The work of `for (const x of xs)`, done by several threads while the caller waits. */
function countsByCostOnThreads(xs: number[]): Map<string, number>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(shared(xs.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const x of xs), iterations from ${at * partLength} on`;
  return ([] as Map<string, number>[]).concat(...countsByCostThreads.run(url, countsByCostChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function countsByCostChunk(xs: ReturnType<typeof shared>): Map<string, number>[] {
  const counts = new Map<string, number>();
  for (const x of xs) {
    const key = cost(x).toFixed(0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [counts];
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
