import { availableParallelism } from 'node:os';
import { divisorsUpToThreads } from './before.divisors-up-to.threads.ts';

function smallestDivisor(n: number): number {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return d;
  return n;
}

export function divisorsUpTo(limit: number, most: number): number[] {
  const divisors: number[] = [];
  const results = divisorsUpToOnThreads(limit);
  let next = 0;
  for (let n = 2; n <= limit; n++) {
    const divisor = results[next++] as number;
    if (divisor < most) divisors[n] = divisor;
  }
  return divisors;
}

/** The work of `for (let n = 2; n <= limit; n++)`, done by several threads while the caller waits. */
function divisorsUpToOnThreads(limit: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((limit - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof divisorsUpToChunk>[0][] = [];
  for (let start = 2; start <= limit; start += partLength) {
    tasks.push({ start, end: Math.min(start + partLength - 1, limit) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let n = 2; n <= limit; n++), iterations from ${2 + at * partLength} on`;
  const results: number[] = [];
  for (const part of divisorsUpToThreads.run(url, divisorsUpToChunk, tasks, name)) {
    for (const value of part) results.push(value);
  }
  return results;
}

/** A part of it, as each thread does it. */
export function divisorsUpToChunk({ start, end }: { start: number; end: number }): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let n = start; n <= end; n++) {
    const divisor = smallestDivisor(n);
    results.push(divisor);
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
