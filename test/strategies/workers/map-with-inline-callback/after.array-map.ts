import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Item {
  id: number;
  tags: string[];
}

export interface Weights {
  length: number;
  bonus: number;
}

/** Scores every item. */
export function scoreAll(items: Item[], weights: Weights): number[] {
  return items.map((item) => {
    let score = weights.bonus;
    for (const tag of item.tags) score += tag.length * weights.length;
    return score / (item.id + 1);
  });
}

let scoreAllPool: Piscina | undefined;

/** Like `scoreAll`, with `items.map(…)` spread over worker threads. The results keep their order. */
export async function scoreAllParallel(items: Item[], weights: Weights): Promise<number[]> {
  return await scoreAllInWorkers(items, weights);
}

async function scoreAllInWorkers(items: readonly Item[], weights: Weights): Promise<number[]> {
  const pool = (scoreAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof scoreAllChunk>[0][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push({ items: items.slice(start, start + partLength), weights });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(items, weights)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(scoreAllChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ items: items.slice(element, element + 1), weights }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `scoreAllParallel`. */
export function scoreAllChunk({ items, weights }: { items: Item[]; weights: Weights }): number[] {
  return items.map((item) => {
    let score = weights.bonus;
    for (const tag of item.tags) score += tag.length * weights.length;
    return score / (item.id + 1);
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
