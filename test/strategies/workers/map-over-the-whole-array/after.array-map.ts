import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

interface Point {
  x: number;
  y: number;
}

/** The distance of each point to the nearest other one. */
export function nearestDistances(points: Point[], farthest: number): number[] {
  return points.map((point, i) => {
    let nearest = farthest;
    for (let k = 0; k < points.length; k++) {
      const other = points[k];
      if (k === i || other === undefined) continue;
      nearest = Math.min(nearest, Math.hypot(point.x - other.x, point.y - other.y));
    }
    return nearest;
  });
}

let nearestDistancesPool: Piscina | undefined;

/** Like `nearestDistances`, with `points.map(…)` spread over worker threads. The results keep their order. */
export async function nearestDistancesParallel(points: Point[], farthest: number): Promise<number[]> {
  return await nearestDistancesInWorkers(points, farthest);
}

async function nearestDistancesInWorkers(points: Point[], farthest: number): Promise<number[]> {
  const pool = (nearestDistancesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(points.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof nearestDistancesChunk>[0][] = [];
  for (let start = 0; start < points.length; start += partLength) {
    tasks.push({ points, farthest, start, end: start + partLength });
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
    parts.push(nearestDistancesChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ points, farthest, start: element, end: element + 1 }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `nearestDistancesParallel`. */
export function nearestDistancesChunk({ points, farthest, start, end }: { points: Point[]; farthest: number; start: number; end: number }): number[] {
  return points.slice(start, end).map((point, i) => {
    let nearest = farthest;
    for (let k = 0; k < points.length; k++) {
      const other = points[k];
      if (k === (start + i) || other === undefined) continue;
      nearest = Math.min(nearest, Math.hypot(point.x - other.x, point.y - other.y));
    }
    return nearest;
  });
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
