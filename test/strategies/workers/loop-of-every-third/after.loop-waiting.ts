import { availableParallelism } from 'node:os';
import { settledThreads } from './before.settled.threads.ts';

function settle(rounds: number): number {
  if (rounds === 13) throw new RangeError('thirteen');
  let value = 1;
  for (let round = 0; round < rounds; round++) value = Math.sqrt(value + round);
  return value;
}

/** What comes of every third number from the first on, with its place among them. */
export function settled(from: number[], most: number): string[] {
  const found: string[] = [];
  for (const value of settledOnThreads(most, from)) {
    found.push(value);
  }
  return found;
}

/** The work of `for (let n = 1; n <= most; n += 3)`, done by several threads while the caller waits. */
function settledOnThreads(most: number, from: number[]): string[] {
  const sharedFrom = shared(from);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(most / 3 / (4 * availableParallelism()));
  const tasks: Parameters<typeof settledChunk>[0][] = [];
  for (let start = 1; start <= most; start += 3 * partLength) {
    tasks.push({ from: sharedFrom, start, end: Math.min(start + 3 * partLength - 1, most) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let n = 1; n <= most; n += 3), iterations from ${1 + at * 3 * partLength} on`;
  return ([] as string[]).concat(...settledThreads.run(url, settledChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function settledChunk({ from, start, end }: {
  from: ReturnType<typeof shared>;
  start: number;
  end: number;
}): string[] {
  const results: string[] = [];
  for (let n = start; n <= end; n += 3) {
    results.push(`${n}: ${settle(n + from.length).toFixed(6)}`);
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
