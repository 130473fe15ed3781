import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

export function settledByName(values: Record<string, number>): Record<string, number> {
  const settled: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) settled[name] = settle(value);
  return settled;
}

let settledByNamePool: Piscina | undefined;

/** Like `settledByName`, with the work of `for (const [name, value] of list)` spread over worker threads. The results keep their order. */
export async function settledByNameParallel(values: Record<string, number>): Promise<Record<string, number>> {
  const settled: Record<string, number> = {};
  const list = Object.entries(values);
  const results = await settledByNameInWorkers(list);
  let next = 0;
  for (const [name] of list) {
    const value2 = results[next++] as number;
    settled[name] = value2;
  }
  return settled;
}

async function settledByNameInWorkers(list: [string, number][]): Promise<number[]> {
  const pool = (settledByNamePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(list.length / (4 * availableParallelism()));
  const tasks: ([string, number][])[] = [];
  for (let start = 0; start < list.length; start += partLength) {
    tasks.push(list.slice(start, start + partLength));
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
    parts.push(settledByNameChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(list.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results: number[] = [];
  for (const part of parts) for (const value of part) results.push(value);
  return results;
}

/** What one worker does at a time for `settledByNameParallel`. */
export function settledByNameChunk(list: [string, number][]): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const [, value] of list) results.push(settle(value));
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
