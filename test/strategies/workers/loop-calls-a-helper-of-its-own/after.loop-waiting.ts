import { availableParallelism } from 'node:os';
import { queensThreads } from './before.queens.threads.ts';

/** How many ways there are to place queens that cannot take one another, by the column of the first. */
export function queens(size: number): number[] {
  const counts: number[] = [];
  for (const part of queensOnThreads(size)) {
    for (const value of part) counts.push(value);
  }
  return counts;
}

/** The work of `for (let first = 0; first < size; fir...`, done by several threads while the caller waits. */
function queensOnThreads(size: number): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(size / (4 * availableParallelism())));
  const tasks: Parameters<typeof queensChunk>[0][] = [];
  for (let start = 0; start < size; start += partLength) {
    tasks.push({ size, start, end: Math.min(start + partLength, size) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let first = 0; first < size; fir..., iterations from ${at * partLength} on`;
  return queensThreads.run(url, queensChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function queensChunk({ size, start, end }: { size: number; start: number; end: number }): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let first = start; first < end; first++) {
    results.push(place(size, 1, 1 << first, 1 << first, 1 << (size - first)));
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

// Bits of what is taken: columns, and both directions of diagonals.
function place(size: number, row: number, columns: number, falling: number, rising: number): number {
  if (row === size) return 1;
  let total = 0;
  for (let column = 0; column < size; column++) {
    const bits = [1 << column, 1 << (row + column), 1 << (row - column + size)] as const;
    if ((columns & bits[0]) | (falling & bits[1]) | (rising & bits[2])) continue;
    total += place(size, row + 1, columns | bits[0], falling | bits[1], rising | bits[2]);
  }
  return total;
}
