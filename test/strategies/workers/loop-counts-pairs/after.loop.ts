import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Point {
  x: number;
  y: number;
}

/** How many pairs lie close together, those on top of one another twice. */
export function countClose(points: Point[], radius: number): number {
  let count = 0;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const distance = Math.hypot(points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y);
      if (distance > radius) continue;
      count++;
      if (distance === 0) count += 1;
    }
  }
  return count;
}

let countClosePool: Piscina | undefined;

/** Like `countClose`, with the work of `for (let i = 0; i < points.length; i++)` spread over worker threads. What the parts count is added up. */
export async function countCloseParallel(points: Point[], radius: number): Promise<number> {
  let count = 0;
  for (const value of await countCloseInWorkers(points, radius)) {
    count += value;
  }
  return count;
}

async function countCloseInWorkers(points: Point[], radius: number): Promise<number[]> {
  const pool = (countClosePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(points.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof countCloseChunk>[0][] = [];
  for (let start = 0; start < points.length; start += partLength) {
    tasks.push({ points, radius, start, end: Math.min(start + partLength, points.length) });
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
    parts.push(countCloseChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          points,
          radius,
          start: iteration,
          end: Math.min(iteration + 1, points.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `countCloseParallel`. */
export function countCloseChunk({ points, radius, start, end }: {
  points: Point[];
  radius: number;
  start: number;
  end: number;
}): number[] {
  let count = 0;
  for (let i = start; i < end; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const distance = Math.hypot(points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y);
      if (distance > radius) continue;
      count++;
      if (distance === 0) count += 1;
    }
  }
  return [count];
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
