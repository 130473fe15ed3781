import { availableParallelism } from 'node:os';
import { cheapestThreads } from './before.cheapest.threads.ts';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function cheapest(xs: number[]): { best: number; at: number } {
  let best = Infinity;
  let at = -1;
  const results = cheapestOnThreads(xs);
  for (let i = 0; i < xs.length; i++) {
    const one = results[i] as number;
    if (one < best) {
      best = one;
      at = i;
    }
  }
  return { best, at };
}

/** The work of `for (let i = 0; i < xs.length; i++)`, done by several threads while the caller waits. */
function cheapestOnThreads(xs: number[]): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(shared(xs.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < xs.length; i++), iterations from ${at * partLength} on`;
  const results: number[] = [];
  for (const part of cheapestThreads.run(url, cheapestChunk, tasks, name)) {
    for (const value of part) results.push(value);
  }
  return results;
}

/** A part of it, as each thread does it. */
export function cheapestChunk(xs: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    const one = cost(xs[i]!);
    results.push(one);
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
