import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Line {
  price: number;
  count: number;
}

export interface Priced {
  total: number;
  kind: 'large' | 'small';
}

export function priceAll(lines: Line[][]): Priced[] {
  return lines.map((list) => {
    let total = 0;
    for (let round = 1; round < 50; round++) for (const { price, count } of list) total += (price * count) / round;
    return { total, kind: total > 100 ? 'large' : 'small' };
  });
}

let priceAllPool: Piscina | undefined;

/** Like `priceAll`, with `lines.map(…)` spread over worker threads. The results keep their order. */
export async function priceAllParallel(lines: Line[][]): Promise<Priced[]> {
  return await priceAllInWorkers(lines);
}

async function priceAllInWorkers(lines: readonly Line[][]): Promise<Priced[]> {
  const pool = (priceAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(lines.length / (4 * availableParallelism()));
  const tasks: Line[][][] = [];
  for (let start = 0; start < lines.length; start += partLength) {
    tasks.push(lines.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(lines)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: Priced[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(priceAllChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(lines.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Priced[]).concat(...parts);
}

/** What one worker does at a time for `priceAllParallel`. */
export function priceAllChunk(lines: Line[][]): Priced[] {
  return lines.map((list) => {
    let total = 0;
    for (let round = 1; round < 50; round++) for (const { price, count } of list) total += (price * count) / round;
    return { total, kind: total > 100 ? 'large' : 'small' };
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
