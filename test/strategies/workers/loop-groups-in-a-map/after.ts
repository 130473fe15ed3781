import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Order {
  id: number;
  lines: number[];
}

function band(order: Order): string {
  if (order.lines.length > 5) throw new RangeError(`too long: ${order.id}`);
  let total = 0;
  for (const line of order.lines) total += Math.sqrt(line);
  return total.toFixed(0);
}

export function ordersByBand(orders: readonly Order[]): Map<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = band(order);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return groups;
}

let ordersByBandPool: Piscina | undefined;

/** Like `ordersByBand`, with the work of `for (const order of orders)` spread over worker threads. The results keep their order. */
export async function ordersByBandParallel(orders: readonly Order[]): Promise<Map<string, Order[]>> {
  const groups = new Map<string, Order[]>();
  const results = await ordersByBandInWorkers(orders);
  let next = 0;
  for (const order of orders) {
    const key = results[next++] as string;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return groups;
}

async function ordersByBandInWorkers(orders: readonly Order[]): Promise<string[]> {
  const pool = (ordersByBandPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(orders.length / (4 * availableParallelism()));
  const tasks: (readonly Order[])[] = [];
  for (let start = 0; start < orders.length; start += partLength) {
    tasks.push(orders.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(orders)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: string[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(ordersByBandChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(orders.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `ordersByBandParallel`. */
export function ordersByBandChunk(orders: readonly Order[]): string[] {
  const results: string[] = [];
  for (const order of orders) {
    const key = band(order);
    results.push(key);
  }
  return results;
}

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(...values: readonly unknown[]): boolean {
  const all = new Set<object>([values]);
  for (const one of all) {
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer || one instanceof SharedArrayBuffer) continue;
    const prototype = Object.getPrototypeOf(one);
    if (![Object, Array, Map, Set, Date].some((known) => prototype === known.prototype)) return false;
    if (!Array.isArray(one) && Reflect.ownKeys(one).length !== Object.keys(one).length) return false;
    const parts: Iterable<unknown> = one instanceof Map ? [...one.keys(), ...one.values()] : one instanceof Set ? one : Object.values(one);
    for (const part of parts) if (typeof part === 'object' && part !== null) all.add(part);
  }
  return true;
}
