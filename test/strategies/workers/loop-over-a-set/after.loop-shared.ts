import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The values once each, settled, largest distance last seen. */
export function settledOf(values: ReadonlySet<number>): { settled: number[]; farthest: number } {
  const settled: number[] = [];
  let farthest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    const end = settle(value);
    settled.push(end);
    farthest = Math.max(farthest, Math.abs(end - value));
  }
  return { settled, farthest };
}

let settledOfPool: Piscina | undefined;

/** Like `settledOf`, with the work of `for (const value of list)` spread over worker threads. The results keep their order. */
export async function settledOfParallel(values: ReadonlySet<number>): Promise<{ settled: number[]; farthest: number }> {
  const settled: number[] = [];
  let farthest = Number.NEGATIVE_INFINITY;
  const list = [...values];
  const results = await settledOfInWorkers(list);
  let next = 0;
  for (const value of list) {
    const end = results[next++] as number;
    settled.push(end);
    farthest = Math.max(farthest, Math.abs(end - value));
  }
  return { settled, farthest };
}

async function settledOfInWorkers(list: number[]): Promise<number[]> {
  const pool = (settledOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(list.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < list.length; start += partLength) {
    tasks.push(shared(list.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(settledOfChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(shared(list.slice(iteration, iteration + 1)), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results: number[] = [];
  for (const part of parts) for (const value of part) results.push(value);
  return results;
}

/** What one worker does at a time for `settledOfParallel`. */
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
