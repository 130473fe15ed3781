import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

interface Sphere {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function collides(spheres: readonly Sphere[]): boolean {
  return spheres.some((one, at) =>
    spheres.slice(at + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius),
  );
}

let collidesPool: Piscina | undefined;

/** Like `collides`, with `spheres.some(…)` spread over worker threads. It stops at the first part that settles the answer. */
export async function collidesParallel(spheres: readonly Sphere[]): Promise<boolean> {
  return await collidesInWorkers(spheres);
}

async function collidesInWorkers(spheres: readonly Sphere[]): Promise<boolean> {
  const pool = (collidesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(spheres.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < spheres.length) {
    const tasks: Parameters<typeof collidesChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ spheres, start: at, end: at + partLength });
    }
    const settled = isPlain([spheres])
      ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
      : [];
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done in this thread, what was not done by another throws what the original throws.
      const found = part?.status !== 'fulfilled' ? collidesChunk(task) : part.value;
      if (part?.status === 'rejected') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
        let element = start + index * partLength;
        const next = element + partLength;
        const isFine = () => pool.run({ spheres, start: element, end: element + 1 }, { filename }).then(() => true, () => false);
        while (element < next && (await isFine())) element++;
        emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
      }
      if (found) return true;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return false;
}

/** What one worker does at a time for `collidesParallel`. */
export function collidesChunk({ spheres, start, end }: { spheres: readonly Sphere[]; start: number; end: number }): boolean {
  return spheres.slice(start, end).some((one, at) =>
    spheres.slice((start + at) + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius));
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
