import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  return Math.sqrt(x) / 3;
}

export function totalCost(xs: number[]): number {
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += cost(xs[i] ?? 0);
  return total;
}

let totalCostPool: Piscina | undefined;

/** Like `totalCost`, with the work of `for (let i = 0; i < xs.length; i++)` spread over worker threads. The results keep their order. */
export async function totalCostParallel(xs: number[]): Promise<number> {
  let total = 0;
  for (const part of await totalCostInWorkers(xs)) {
    for (const value of part) total += value;
  }
  return total;
}

async function totalCostInWorkers(xs: number[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (totalCostPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(shared(xs.slice(start, start + partLength)));
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
    parts.push(totalCostChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(shared(xs.slice(iteration, iteration + 1)), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `totalCostParallel`. */
export function totalCostChunk(xs: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = 0; i < xs.length; i++) results.push(cost(xs[i] ?? 0));
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
