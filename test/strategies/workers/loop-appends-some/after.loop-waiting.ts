import { availableParallelism } from 'node:os';
import { primesOfThreads } from './before.primes-of.threads.ts';

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export function primesOf(candidates: readonly number[]): number[] {
  const found: number[] = [];
  for (const part of primesOfOnThreads(candidates)) {
    for (const value of part) found.push(value);
  }
  return found;
}

/** The work of `for (const n of candidates)`, done by several threads while the caller waits. */
function primesOfOnThreads(candidates: readonly number[]): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(candidates.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < candidates.length; start += partLength) {
    tasks.push(shared(candidates.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const n of candidates), iterations from ${at * partLength} on`;
  return primesOfThreads.run(url, primesOfChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function primesOfChunk(candidates: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const n of candidates) {
    if (n % 2 === 0 && n !== 2) continue;
    if (isPrime(n)) results.push(n);
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
