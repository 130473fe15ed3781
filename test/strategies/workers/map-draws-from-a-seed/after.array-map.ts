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

/** Like `simulate`, with `assets.map(…)` spread over worker threads. The results keep their order. */
export async function simulateParallel(assets: readonly Asset[], paths: number, seed: number): Promise<{ name: string; worth: number }[]> {
  return await simulateInWorkers(assets, seed, paths);
}

async function simulateInWorkers(assets: readonly Asset[], seed: number, paths: number): Promise<{ name: string; worth: number }[]> {
  const pool = (simulatePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(assets.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof simulateChunk>[0][] = [];
  for (let start = 0; start < assets.length; start += partLength) {
    tasks.push({ assets: assets.slice(start, start + partLength), seed, paths, start });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([assets])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: { name: string; worth: number }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(simulateChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ assets: assets.slice(element, element + 1), seed, paths, start: element }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { name: string; worth: number }[]).concat(...parts);
}

/** What one worker does at a time for `simulateParallel`. */
export function simulateChunk({ assets, seed, paths, start }: { assets: Asset[]; seed: number; paths: number; start: number }): { name: string; worth: number }[] {
  return assets.map(({ name, price }, at) => {
    const random = mulberry(seed + (start + at));
    let sum = 0;
    for (let path = 0; path < paths; path++) sum += price * Math.exp(0.2 * gaussian(random) + 0.01 * random());
    return { name, worth: sum / paths };
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
