import { availableParallelism } from 'node:os';
import { reciprocalsThreads } from './before.reciprocals.threads.ts';

export function reciprocals(numbers: number[]): number[] {
  return reciprocalsOnThreads(numbers);
}

/** The work of `numbers.map(…)`, done by several threads while the caller waits. */
function reciprocalsOnThreads(numbers: readonly number[]): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(numbers.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < numbers.length; start += partLength) {
    tasks.push(shared(numbers.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `numbers.map(…), elements from ${at * partLength} on`;
  return ([] as number[]).concat(...reciprocalsThreads.run(url, reciprocalsChunk, tasks, name).map(plain));
}

/** A part of it, as each thread does it. */
export function reciprocalsChunk(numbers: ReturnType<typeof shared>): ReturnType<typeof shared> {
  return shared(plain(numbers).map((number) => {
    if (number === 0) throw new RangeError('0 has no reciprocal');
    if (number < 0) throw new TypeError(`${number} is negative`);
    return 1 / number;
  }));
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

/** Such numbers as an array again. */
function plain(values: ReturnType<typeof shared>): number[] {
  return Array.isArray(values) ? values : Array.from(values);
}
