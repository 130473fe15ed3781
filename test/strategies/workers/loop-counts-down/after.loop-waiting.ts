import { availableParallelism } from 'node:os';
import { settledBackwardsThreads } from './before.settled-backwards.threads.ts';

function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The last one first. */
export function settledBackwards(values: readonly number[]): string[] {
  const settled: string[] = [];
  for (const value2 of settledBackwardsOnThreads(values)) {
    settled.push(value2);
  }
  return settled;
}

/** The work of `for (let at = 0; at < values.length; ...`, done by several threads while the caller waits. */
function settledBackwardsOnThreads(values: readonly number[]): string[] {
  const sharedValues = shared(values);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settledBackwardsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: sharedValues,
      start,
      end: Math.min(start + partLength, values.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let at = 0; at < values.length; ..., iterations from ${at * partLength} on`;
  return ([] as string[]).concat(...settledBackwardsThreads.run(url, settledBackwardsChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function settledBackwardsChunk({ values, start, end }: {
  values: ReturnType<typeof shared>;
  start: number;
  end: number;
}): string[] {
  const results: string[] = [];
  for (let at = start; at < end; at++) {
    const i = values.length - 1 - at;
    const value = values[i];
    if (value === undefined) continue;
    results.push(`${i}: ${settle(value)}`);
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
