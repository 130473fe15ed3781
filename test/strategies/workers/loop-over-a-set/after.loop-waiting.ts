import { availableParallelism } from 'node:os';
import { settledOfThreads } from './before.settled-of.threads.ts';

function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The values once each, settled, largest distance last seen. */
export function settledOf(values: ReadonlySet<number>): { settled: number[]; farthest: number } {
  const settled: number[] = [];
  let farthest = Number.NEGATIVE_INFINITY;
  const list = [...values];
  const results = settledOfOnThreads(list);
  let next = 0;
  for (const value of list) {
    const end = results[next++] as number;
    settled.push(end);
    farthest = Math.max(farthest, Math.abs(end - value));
  }
  return { settled, farthest };
}

/** The work of `for (const value of list)`, done by several threads while the caller waits. */
function settledOfOnThreads(list: number[]): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(list.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < list.length; start += partLength) {
    tasks.push(shared(list.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const value of list), iterations from ${at * partLength} on`;
  const results: number[] = [];
  for (const part of settledOfThreads.run(url, settledOfChunk, tasks, name)) {
    for (const value of part) results.push(value);
  }
  return results;
}

/** A part of it, as each thread does it. */
export function settledOfChunk(list: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const value of list) {
    const end = settle(value);
    results.push(end);
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
