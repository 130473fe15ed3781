import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number, _at?: number): string {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled);
  return settled.toFixed(3);
}

/** What each of them comes to. */
export function settled(values: ReadonlySet<number>, isShort: boolean): string[] {
  if (isShort) return [String(values.size)];
  return Array.from(values, settle);
}

let settledPool: Piscina | undefined;

/** Calls `settled` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function settledMany(argLists: readonly Parameters<typeof settled>[]): Promise<ReturnType<typeof settled>[]> {
  const pool = (settledPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settled>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled2 = isPlain(argLists)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: ReturnType<typeof settled>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled2[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(settledChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof settled>[]).concat(...parts);
}

/** What one worker does at a time for `settledMany`. */
export function settledChunk(argLists: Parameters<typeof settled>[]): ReturnType<typeof settled>[] {
  return argLists.map((args) => settled(...args));
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
