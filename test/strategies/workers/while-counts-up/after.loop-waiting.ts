import { availableParallelism } from 'node:os';
import { settleInTurnThreads } from './before.settle-in-turn.threads.ts';

function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

export function settleInTurn(values: number[]): number[] {
  const settled: number[] = [];
  // from the first on
  for (const part of settleInTurnOnThreads(values)) {
    for (const value2 of part) settled.push(value2);
  }
  return settled;
}

/** The work of `for (let i = 0; i < values.length; i++)`, done by several threads while the caller waits. */
function settleInTurnOnThreads(values: number[]): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push(shared(values.slice(start, start + partLength)));
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < values.length; i++), iterations from ${at * partLength} on`;
  return settleInTurnThreads.run(url, settleInTurnChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function settleInTurnChunk(values: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    results.push(settle(value)); // in order
    // the next one
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
