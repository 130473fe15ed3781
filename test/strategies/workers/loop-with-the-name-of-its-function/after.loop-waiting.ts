import { availableParallelism } from 'node:os';
import { spreadsThreads } from './before.spreads.threads.ts';

export function spreads(values: readonly number[], more: readonly number[]): number[] {
  const spreads: number[] = [];
  for (const part of spreadsOnThreads(values, more)) {
    for (const value of part) spreads.push(value);
  }
  return spreads;
}

/** The work of `for (const value of values)`, done by several threads while the caller waits. */
function spreadsOnThreads(values: readonly number[], more: readonly number[]): ReturnType<typeof shared>[] {
  const sharedMore = shared(more);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof spreadsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: shared(values.slice(start, start + partLength)), more: sharedMore });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const value of values), iterations from ${at * partLength} on`;
  return spreadsThreads.run(url, spreadsChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function spreadsChunk({ values, more }: {
  values: ReturnType<typeof shared>;
  more: ReturnType<typeof shared>;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of more) sum += Math.sqrt(Math.abs(value - other));
    results.push(sum);
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
