import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Point {
  x: number;
  y: number;
}

export function closestPair(points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const [a, b] = [points[i]!, points[j]!];
      if (Number.isNaN(a.x)) throw new RangeError(`no place: ${i}`);
      const distance = (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
      if (distance < least) {
        least = distance;
      }
    }
  }
  return Math.sqrt(least);
}

let closestPairPool: Piscina | undefined;

/** Like `closestPair`, with the work of `for (let i = 0; i < points.length; i++)` spread over worker threads. The best of the parts is kept. */
export async function closestPairParallel(points: readonly Point[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (const value of await closestPairInWorkers(points)) {
    if (value < least) least = value;
  }
  return Math.sqrt(least);
}

async function closestPairInWorkers(points: readonly Point[]): Promise<number[]> {
  const pool = (closestPairPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(points.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof closestPairChunk>[0][] = [];
  for (let start = 0; start < points.length; start += partLength) {
    tasks.push({ points, start, end: Math.min(start + partLength, points.length) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([points])
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
    parts.push(closestPairChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ points, start: iteration, end: Math.min(iteration + 1, points.length) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `closestPairParallel`. */
export function closestPairChunk({ points, start, end }: { points: readonly Point[]; start: number; end: number }): number[] {
  let least = Number.POSITIVE_INFINITY;
  for (let i = start; i < end; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const [a, b] = [points[i]!, points[j]!];
      if (Number.isNaN(a.x)) throw new RangeError(`no place: ${i}`);
      const distance = (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
      if (distance < least) {
        least = distance;
      }
    }
  }
  return [least];
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
