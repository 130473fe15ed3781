import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Visit {
  readonly path: string;
  readonly ms: number;
}

/** How often each page was asked for, and how long that took. */
export function slowest(visits: readonly Visit[]): Map<string, { count: number; total: number }> {
  const byPath = new Map<string, { count: number; total: number }>();
  for (const visit of visits) {
    const path = visit.path.replaceAll(/\d+/g, ':id').replace(/\?.*$/, '').toLowerCase();
    const known = byPath.get(path);
    if (known === undefined) {
      byPath.set(path, { count: 1, total: visit.ms });
    } else {
      known.count += 1;
      known.total += visit.ms;
    }
  }
  return byPath;
}

let slowestPool: Piscina | undefined;

/** Like `slowest`, with the work of `for (const visit of visits)` spread over worker threads. The results keep their order. */
export async function slowestParallel(visits: readonly Visit[]): Promise<Map<string, { count: number; total: number }>> {
  const byPath = new Map<string, { count: number; total: number }>();
  const results = await slowestInWorkers(visits);
  let next = 0;
  for (const visit of visits) {
    const path = results[next++] as string;
    const known = byPath.get(path);
    if (known === undefined) {
      byPath.set(path, { count: 1, total: visit.ms });
    } else {
      known.count += 1;
      known.total += visit.ms;
    }
  }
  return byPath;
}

async function slowestInWorkers(visits: readonly Visit[]): Promise<string[]> {
  const pool = (slowestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(visits.length / (4 * availableParallelism()));
  const tasks: (readonly Visit[])[] = [];
  for (let start = 0; start < visits.length; start += partLength) {
    tasks.push(visits.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([visits])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: string[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(slowestChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(visits.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `slowestParallel`. */
export function slowestChunk(visits: readonly Visit[]): string[] {
  const results: string[] = [];
  for (const visit of visits) {
    const path = visit.path.replaceAll(/\d+/g, ':id').replace(/\?.*$/, '').toLowerCase();
    results.push(path);
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
