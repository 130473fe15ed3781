import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

export function settleInTurn(values: number[]): number[] {
  const settled: number[] = [];
  let i = 0; // from the first on
  while (i < values.length) {
    const value = values[i] ?? 0;
    settled.push(settle(value)); // in order
    // the next one
    i++;
  }
  return settled;
}

let settleInTurnPool: Piscina | undefined;

/** Like `settleInTurn`, with the work of `for (let i = 0; i < values.length; i++)` spread over worker threads. The results keep their order. */
export async function settleInTurnParallel(values: number[]): Promise<number[]> {
  const settled: number[] = [];
  // from the first on
  for (const part of await settleInTurnInWorkers(values)) {
    for (const value2 of part) settled.push(value2);
  }
  return settled;
}

async function settleInTurnInWorkers(values: number[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (settleInTurnPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push(shared(values.slice(start, start + partLength)));
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
    parts.push(settleInTurnChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(shared(values.slice(iteration, iteration + 1)), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `settleInTurnParallel`. */
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
