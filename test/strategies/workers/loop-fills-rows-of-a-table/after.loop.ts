import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far each place is from each other one. */
export function distances(places: readonly Place[]): number[][] {
  const table: number[][] = [];
  const count = places.length;
  for (let i = 0; i < count; i++) {
    table[i] = [];
    for (let j = 0; j < count; j++) {
      const [dx, dy] = [places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y];
      table[i]![j] = j > 0 && dx === 0 && dy === 0 ? table[i]![j - 1]! * 0 : Math.hypot(dx, dy);
    }
  }
  return table;
}

let distancesPool: Piscina | undefined;

/** Like `distances`, with the work of `for (let i = 0; i < count; i++)` spread over worker threads. The results keep their order. */
export async function distancesParallel(places: readonly Place[]): Promise<number[][]> {
  const table: number[][] = [];
  const count = places.length;
  const results = await distancesInWorkers(count, places);
  for (let i = 0; i < count; i++) {
    table[i] = results[i] as number[];
  }
  return table;
}

async function distancesInWorkers(count: number, places: readonly Place[]): Promise<number[][]> {
  const pool = (distancesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(count / (4 * availableParallelism()));
  const tasks: Parameters<typeof distancesChunk>[0][] = [];
  for (let start = 0; start < count; start += partLength) {
    tasks.push({ count, places, start, end: Math.min(start + partLength, count) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([places])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: number[][][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(distancesChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ count, places, start: iteration, end: Math.min(iteration + 1, count) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[][]).concat(...parts);
}

/** What one worker does at a time for `distancesParallel`. */
export function distancesChunk({ count, places, start, end }: {
  count: number;
  places: readonly Place[];
  start: number;
  end: number;
}): number[][] {
  const results: number[][] = [];
  for (let i = start; i < end; i++) {
    const row: number[] = [];
    for (let j = 0; j < count; j++) {
      const [dx, dy] = [places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y];
      row[j] = j > 0 && dx === 0 && dy === 0 ? row[j - 1]! * 0 : Math.hypot(dx, dy);
    }
    results.push(row);
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
