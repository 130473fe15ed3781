import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Row {
  id: string;
  values: number[];
}

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function firstFault(rows: Row[], limit: number): string | undefined {
  for (const row of rows) {
    // Nothing to check.
    if (row.values.length === 0) return `${row.id} is empty`;
    for (const value of row.values) {
      if (cost(value) > limit) {
        return `${row.id} holds ${value}`;
      }
    }
  }
  return undefined;
}

let firstFaultPool: Piscina | undefined;

/** Like `firstFault`, with `for (const row of rows)` spread over worker threads. It stops at the first part that has a hit. */
export async function firstFaultParallel(rows: Row[], limit: number): Promise<string | undefined> {
  const at = await firstFaultInWorkers(rows, limit);
  if (at !== -1) {
    const row = rows[at] as (typeof rows)[number];
    // Nothing to check.
    if (row.values.length === 0) return `${row.id} is empty`;
    for (const value of row.values) {
      if (cost(value) > limit) {
        return `${row.id} holds ${value}`;
      }
    }
  }
  return undefined;
}

async function firstFaultInWorkers(rows: Row[], limit: number): Promise<number> {
  const pool = (firstFaultPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(rows.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < rows.length) {
    const tasks: Parameters<typeof firstFaultChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ rows: rows.slice(at, at + partLength), limit });
    }
    const settled = isPlain(rows)
      ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
      : [];
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done in this thread, what was not done by another throws what the original throws.
      const found = part?.status !== 'fulfilled' ? firstFaultChunk(task) : part.value;
      if (part?.status === 'rejected') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
        let iteration = start + index * partLength;
        const next = iteration + partLength;
        const isFine = () => pool.run({ rows: rows.slice(iteration, iteration + 1), limit }, { filename }).then(() => true, () => false);
        while (iteration < next && (await isFine())) iteration++;
        emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
      }
      if (found !== -1) return start + index * partLength + found;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return -1;
}

/** What one worker does at a time for `firstFaultParallel`: the first iteration that fits, or -1. */
export function firstFaultChunk({ rows, limit }: { rows: Row[]; limit: number }): number {
  for (const [at, row] of rows.entries()) {
    // Nothing to check.
    if (row.values.length === 0) return at;
    for (const value of row.values) {
      if (cost(value) > limit) {
        return at;
      }
    }
  }
  return -1;
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
