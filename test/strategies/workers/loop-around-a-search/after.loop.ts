import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Customer {
  id: string;
  name: string;
}

export interface Order {
  customerId: string;
  total: number;
}

export interface Invoice {
  customer: string;
  total: number;
}

export function invoices(orders: Order[], customers: Customer[]): Invoice[] {
  const result: Invoice[] = [];
  for (const order of orders) {
    const customer = customers.find((candidate) => candidate.id === order.customerId);
    result.push({ customer: customer === undefined ? 'till' : customer.name, total: order.total });
  }
  return result;
}

let invoicesPool: Piscina | undefined;

/** Like `invoices`, with the work of `for (const order of orders)` spread over worker threads. The results keep their order. */
export async function invoicesParallel(orders: Order[], customers: Customer[]): Promise<Invoice[]> {
  const result: Invoice[] = [];
  for (const value of await invoicesInWorkers(orders, customers)) {
    result.push(value);
  }
  return result;
}

async function invoicesInWorkers(orders: Order[], customers: Customer[]): Promise<Invoice[]> {
  const pool = (invoicesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(orders.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof invoicesChunk>[0][] = [];
  for (let start = 0; start < orders.length; start += partLength) {
    tasks.push({ orders: orders.slice(start, start + partLength), customers });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([orders, customers])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: Invoice[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(invoicesChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ orders: orders.slice(iteration, iteration + 1), customers }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Invoice[]).concat(...parts);
}

/** What one worker does at a time for `invoicesParallel`. */
export function invoicesChunk({ orders, customers }: { orders: Order[]; customers: Customer[] }): Invoice[] {
  const results: Invoice[] = [];
  for (const order of orders) {
    const customer = customers.find((candidate) => candidate.id === order.customerId);
    results.push({ customer: customer === undefined ? 'till' : customer.name, total: order.total });
  }
  return results;
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
