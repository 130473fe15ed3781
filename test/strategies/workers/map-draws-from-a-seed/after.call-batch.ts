import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

interface Asset {
  readonly name: string;
  readonly price: number;
}

/** What each asset may be worth, from numbers drawn anew for each. */
export function simulate(assets: readonly Asset[], paths: number, seed: number): { name: string; worth: number }[] {
  return assets.map(({ name, price }, at) => {
    const random = mulberry(seed + at);
    let sum = 0;
    for (let path = 0; path < paths; path++) sum += price * Math.exp(0.2 * gaussian(random) + 0.01 * random());
    return { name, worth: sum / paths };
  });
}

let simulatePool: Piscina | undefined;

/** Calls `simulate` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function simulateMany(argLists: readonly Parameters<typeof simulate>[]): Promise<ReturnType<typeof simulate>[]> {
  const pool = (simulatePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof simulate>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(argLists.flatMap((args) => [args[0]]))
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: ReturnType<typeof simulate>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(simulateChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof simulate>[]).concat(...parts);
}

/** What one worker does at a time for `simulateMany`. */
export function simulateChunk(argLists: Parameters<typeof simulate>[]): ReturnType<typeof simulate>[] {
  return argLists.map((args) => simulate(...args));
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
