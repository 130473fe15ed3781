import { availableParallelism } from 'node:os';
import { chainsThreads } from './before.chains.threads.ts';

export function chains(end: number, results: number): number[] {
  const out: number[] = [];
  for (const part of chainsOnThreads(end, results)) {
    for (const value of part) out.push(value);
  }
  return out;
}

/** The work of `for (let start = 0; start < end; star...`, done by several threads while the caller waits. */
function chainsOnThreads(end: number, results: number): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(end / (4 * availableParallelism())));
  const tasks: Parameters<typeof chainsChunk>[0][] = [];
  for (let start = 0; start < end; start += partLength) {
    tasks.push({ results, start2: start, end2: Math.min(start + partLength, end) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let start = 0; start < end; star..., iterations from ${at * partLength} on`;
  return chainsThreads.run(url, chainsChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function chainsChunk({ results, start2, end2 }: { results: number; start2: number; end2: number }): ReturnType<typeof shared> {
  const results2: number[] = [];
  for (let start = start2; start < end2; start++) {
    let task = results;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) task++;
    results2.push(task);
  }
  return shared(results2);
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
