import { availableParallelism } from 'node:os';
import { tableThreads } from './before.table.threads.ts';

function settled(start: number): number {
  let value = start;
  for (let round = 0; round < 30; round++) value = Math.sqrt(value + round);
  return value;
}

export const table = (size: number): number[] => tableOnThreads(Array.from({ length: size }, (_, i) => i));

/** The work of `Array.from({ length: size }, …)`, done by several threads while the caller waits. */
function tableOnThreads(items: readonly number[]): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push(shared(items.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `Array.from({ length: size }, …), elements from ${at * partLength} on`;
  return ([] as number[]).concat(...tableThreads.run(url, tableChunk, tasks, name).map(plain));
}

/** A part of it, as each thread does it. */
export function tableChunk(items: ReturnType<typeof shared>): ReturnType<typeof shared> {
  return shared(plain(items).map((i) => settled(i / 2)));
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
