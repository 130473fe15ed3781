import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

interface Order {
  readonly total: number;
  readonly share: number;
}

/** What is left of all orders in the end. */
export function leftOf(orders: Map<number, Order>): number {
  let left = 0;
  for (const { total, share } of orders.values()) {
    let one = total;
    for (let year = 0; year < 200; year++) one = one * (1 - share / 100) + Math.sqrt(Math.abs(one));
    left += one;
  }
  return left;
}

let leftOfPool: Piscina | undefined;

/** Like `leftOf`, with the work of `for (const { total, share } of list)` spread over worker threads. The results keep their order. */
export async function leftOfParallel(orders: Map<number, Order>): Promise<number> {
  let left = 0;
  const list = [...orders.values()];
  for (const part of await leftOfInWorkers(list)) {
    for (const value of part) left += value;
  }
  return left;
}

async function leftOfInWorkers(list: Order[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (leftOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(list.length / (4 * availableParallelism()));
  const tasks: Order[][] = [];
  for (let start = 0; start < list.length; start += partLength) {
    tasks.push(list.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([list])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(leftOfChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(list.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `leftOfParallel`. */
export function leftOfChunk(list: Order[]): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const { total, share } of list) {
    let one = total;
    for (let year = 0; year < 200; year++) one = one * (1 - share / 100) + Math.sqrt(Math.abs(one));
    results.push(one);
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

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(lists: readonly (readonly unknown[])[]): boolean {
  const isRecord = (one: unknown) => {
    const record: object = Object(one);
    if (Object.getPrototypeOf(record) !== Object.prototype) return false;
    return Object.getOwnPropertyNames(record).length === Object.keys(record).length;
  };
  return lists.every((list) => Object.getPrototypeOf(Object(list)) === Array.prototype && list.every(isRecord));
}
