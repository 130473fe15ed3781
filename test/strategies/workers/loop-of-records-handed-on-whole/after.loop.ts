import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Row {
  readonly id: number;
  readonly score: number;
}

function described(row: Row): string {
  const same: { readonly id: number } = row;
  let text = '';
  for (let i = 0; i < 100; i++) text += (row.score * i) % 7;
  return JSON.stringify(same) + text;
}

export function describeAll(rows: readonly Row[]): string[] {
  const texts: string[] = [];
  for (const row of rows) texts.push(described(row));
  return texts;
}

let describeAllPool: Piscina | undefined;

/** Like `describeAll`, with the work of `for (const row of rows)` spread over worker threads. The results keep their order. */
export async function describeAllParallel(rows: readonly Row[]): Promise<string[]> {
  const texts: string[] = [];
  for (const value of await describeAllInWorkers(rows)) {
    texts.push(value);
  }
  return texts;
}

async function describeAllInWorkers(rows: readonly Row[]): Promise<string[]> {
  const pool = (describeAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(rows.length / (4 * availableParallelism()));
  const tasks: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start += partLength) {
    tasks.push(rows.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(rows)
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
    parts.push(describeAllChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(rows.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `describeAllParallel`. */
export function describeAllChunk(rows: readonly Row[]): string[] {
  const results: string[] = [];
  for (const row of rows) results.push(described(row));
  return results;
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
