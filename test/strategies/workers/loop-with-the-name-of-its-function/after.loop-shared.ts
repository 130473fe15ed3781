import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function spreads(values: readonly number[], more: readonly number[]): number[] {
  const spreads: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of more) sum += Math.sqrt(Math.abs(value - other));
    spreads.push(sum);
  }
  return spreads;
}

let spreadsPool: Piscina | undefined;

/** Like `spreads`, with the work of `for (const value of values)` spread over worker threads. The results keep their order. */
export async function spreadsParallel(values: readonly number[], more: readonly number[]): Promise<number[]> {
  const spreads: number[] = [];
  for (const part of await spreadsInWorkers(values, more)) {
    for (const value of part) spreads.push(value);
  }
  return spreads;
}

async function spreadsInWorkers(values: readonly number[], more: readonly number[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (spreadsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedMore = shared(more);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof spreadsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: shared(values.slice(start, start + partLength)), more: sharedMore });
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
    parts.push(spreadsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ values: shared(values.slice(iteration, iteration + 1)), more: sharedMore }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `spreadsParallel`. */
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
