import { availableParallelism } from 'node:os';
import { evenSquaresThreads } from './before.even-squares.threads.ts';

// Squares of the even numbers, and their sum.
export function evenSquares(limit: number, scale: number): { squares: number[]; sum: number } {
  const evens: number[] = [];
  for (let n = 0; n < limit; n++) if (n % 2 === 0) evens.push(n);
  const squares = evenSquaresOnThreads(evens, scale);
  let sum = 0;
  for (const square of squares) sum += square;
  return { squares, sum };
}

/** The work of `evens.map(…)`, done by several threads while the caller waits. */
function evenSquaresOnThreads(evens: readonly number[], scale: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(evens.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof evenSquaresChunk>[0][] = [];
  for (let start = 0; start < evens.length; start += partLength) {
    tasks.push({ evens: shared(evens.slice(start, start + partLength)), scale });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `evens.map(…), elements from ${at * partLength} on`;
  return ([] as number[]).concat(...evenSquaresThreads.run(url, evenSquaresChunk, tasks, name).map(plain));
}

/** A part of it, as each thread does it. */
export function evenSquaresChunk({ evens, scale }: { evens: ReturnType<typeof shared>; scale: number }): ReturnType<typeof shared> {
  return shared(plain(evens).map((n) => n * n * scale));
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
