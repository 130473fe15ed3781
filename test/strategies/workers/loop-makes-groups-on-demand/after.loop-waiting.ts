import { availableParallelism } from 'node:os';
import { byHeightThreads } from './before.by-height.threads.ts';

function height(x: number): number {
  if (x < 0) throw new RangeError(`below ground: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return Math.round(sum);
}

export function byHeight(xs: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  const results = byHeightOnThreads(xs);
  let next = 0;
  for (const x of xs) {
    const key = results[next++] as number;
    let group = groups.get(key);
    if (!group) {
      group = [];
      groups.set(key, group);
    }
    group.push(x);
  }
  return groups;
}

/** The work of `for (const x of xs)`, done by several threads while the caller waits. */
function byHeightOnThreads(xs: readonly number[]): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(shared(xs.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const x of xs), iterations from ${at * partLength} on`;
  const results: number[] = [];
  for (const part of byHeightThreads.run(url, byHeightChunk, tasks, name)) {
    for (const value of part) results.push(value);
  }
  return results;
}

/** A part of it, as each thread does it. */
export function byHeightChunk(xs: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const x of xs) {
    const key = height(x);
    results.push(key);
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
