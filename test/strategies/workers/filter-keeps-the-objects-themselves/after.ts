import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Order {
  readonly id: number;
  readonly items: readonly { price: number; quantity: number }[];
}

function total({ id, items }: Order): number {
  if (id < 0) throw new RangeError(`no such order: ${id}`);
  let sum = 0;
  for (const { price, quantity } of items) sum += price * quantity;
  return sum;
}

export function dearOrders(orders: readonly Order[], limit: number): Order[] {
  const dear = orders.filter((order) => order.items.length > 0 && total(order) > limit);
  return dear.sort((a, b) => a.id - b.id);
}

let dearOrdersPool: Piscina | undefined;

/** Like `dearOrders`, with `orders.filter(…)` spread over worker threads. The results keep their order. */
export async function dearOrdersParallel(orders: readonly Order[], limit: number): Promise<Order[]> {
  const dear = await dearOrdersInWorkers(orders, limit);
  return dear.sort((a, b) => a.id - b.id);
}

async function dearOrdersInWorkers(orders: readonly Order[], limit: number): Promise<Order[]> {
  const pool = (dearOrdersPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(orders.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof dearOrdersChunk>[0][] = [];
  for (let start = 0; start < orders.length; start += partLength) {
    tasks.push({ orders: orders.slice(start, start + partLength), limit });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(orders)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: boolean[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(dearOrdersChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ orders: orders.slice(element, element + 1), limit }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  const stays = ([] as boolean[]).concat(...parts);
  return orders.filter((_, at) => stays[at]);
}

/** What one worker does at a time for `dearOrdersParallel`. */
export function dearOrdersChunk({ orders, limit }: { orders: Order[]; limit: number }): boolean[] {
  return orders.map((order) => order.items.length > 0 && total(order) > limit);
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
