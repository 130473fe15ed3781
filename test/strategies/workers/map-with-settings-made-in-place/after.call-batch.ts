import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Row {
  readonly id: number;
  readonly score: number;
  readonly note?: string | null;
}

interface Options {
  weight: number;
  rounds: number;
}

function rate({ id, score }: Row, options: Options, known: ReadonlySet<string>): number {
  let value = score * options.weight;
  for (let i = 0; i < options.rounds; i++) value = value * 0.99 + Math.sin(value + id);
  return known.has(String(id)) ? value : -value;
}

export function rateAll(rows: readonly Row[], weight: number, known: readonly string[]): number[] {
  const options = { weight, rounds: 30 };
  const names = new Set(known);
  return rows.map((row) => rate(row, options, names) + (row.note?.length ?? 0));
}

let rateAllPool: Piscina | undefined;

/** Calls `rateAll` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function rateAllMany(argLists: readonly Parameters<typeof rateAll>[]): Promise<ReturnType<typeof rateAll>[]> {
  const pool = (rateAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof rateAll>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(argLists.flatMap((args) => [args[0]]))
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: ReturnType<typeof rateAll>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(rateAllChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof rateAll>[]).concat(...parts);
}

/** What one worker does at a time for `rateAllMany`. */
export function rateAllChunk(argLists: Parameters<typeof rateAll>[]): ReturnType<typeof rateAll>[] {
  return argLists.map((args) => rateAll(...args));
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
