import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function results(parts: number[], start: number, pool: { part: number }, settled: boolean): number[] {
  return parts.filter((part) => part !== start).map((part) => (settled ? part * pool.part : part - start));
}

let resultsPool: Piscina | undefined;

/** Like `results`, with `parts.filter((part) => part !== start).map(…)` spread over worker threads. The results keep their order. */
export async function resultsParallel(parts: number[], start: number, pool: { part: number }, settled: boolean): Promise<number[]> {
  return await resultsInWorkers(parts.filter((part) => part !== start), settled, pool, start);
}

async function resultsInWorkers(items: readonly number[], settled: boolean, pool: { part: number }, start: number): Promise<number[]> {
  const pool2 = (resultsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof resultsChunk>[0][] = [];
  for (let start2 = 0; start2 < items.length; start2 += partLength) {
    tasks.push({ items: items.slice(start2, start2 + partLength), settled, pool, start });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled2 = isPlain([[pool]])
    ? await Promise.allSettled(tasks.map((task) => pool2.run(task, { filename })))
    : [];
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled2[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(resultsChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool2.run({ items: items.slice(element, element + 1), settled, pool, start }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `resultsParallel`. */
export function resultsChunk({ items, settled, pool, start }: { items: number[]; settled: boolean; pool: { part: number }; start: number }): number[] {
  return items.map((part) => (settled ? part * pool.part : part - start));
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
