import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

interface Order {
  readonly customer: string;
  readonly lines: readonly { readonly price: number; readonly count: number }[];
}

export function totals(orders: Order[], rate: number): Record<string, number> {
  return orders.reduce((sums: Record<string, number>, order) => {
    const key = order.customer.trim().toLowerCase();
    let total = 0;
    for (const line of order.lines) total += line.price * line.count;
    total *= rate;
    sums[key] = (sums[key] ?? 0) + total;
    return sums;
  }, {});
}

let totalsPool: Piscina | undefined;

/** Like `totals`, with `orders.reduce(…)` spread over worker threads. What they give is put together in order. */
export async function totalsParallel(orders: Order[], rate: number): Promise<Record<string, number>> {
  return (await totalsInWorkers(orders, rate)).reduce((sums: Record<string, number>, [key, total]) => {
    sums[key] = (sums[key] ?? 0) + total;
    return sums;
  }, {});
}

async function totalsInWorkers(orders: readonly Order[], rate: number): Promise<[string, number][]> {
  const pool = (totalsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(orders.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof totalsChunk>[0][] = [];
  for (let start = 0; start < orders.length; start += partLength) {
    tasks.push({ orders: orders.slice(start, start + partLength), rate });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(orders)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: ([string, number][])[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(totalsChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ orders: orders.slice(element, element + 1), rate }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as [string, number][]).concat(...parts);
}

/** What one worker does at a time for `totalsParallel`. */
export function totalsChunk({ orders, rate }: { orders: Order[]; rate: number }): [string, number][] {
  return orders.map((order) => {
    const key = order.customer.trim().toLowerCase();
    let total = 0;
    for (const line of order.lines) total += line.price * line.count;
    total *= rate;
    return [key, total];
  });
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
