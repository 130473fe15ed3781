import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(seed: number, rounds: number): number {
  if (seed < 0) throw new RangeError(`negative: ${seed}`);
  let value = seed;
  for (let round = 0; round < rounds; round++) value = Math.sin(value) + 1;
  return value;
}

export interface Settled {
  seed: number;
  value: number;
}

export async function settleEach(seeds: readonly number[]): Promise<Settled[]> {
  return Promise.all(
    seeds.map(async (seed) => {
      const value = settle(seed, 20);
      return { seed, value };
    }),
  );
}

let settleEachPool: Piscina | undefined;

/** Like `settleEach`, with `seeds.map(…)` spread over worker threads. The results keep their order. */
export async function settleEachParallel(seeds: readonly number[]): Promise<Settled[]> {
  return await settleEachInWorkers(seeds);
}

async function settleEachInWorkers(seeds: readonly number[]): Promise<{ seed: number; value: number }[]> {
  const pool = (settleEachPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(seeds.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < seeds.length; start += partLength) {
    tasks.push(seeds.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: { seed: number; value: number }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(settleEachChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(seeds.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { seed: number; value: number }[]).concat(...parts);
}

/** What one worker does at a time for `settleEachParallel`. Holes become `undefined`, as with `Promise.all`. */
export function settleEachChunk(seeds: number[]): { seed: number; value: number }[] {
  return [...seeds.map((seed) => {
    const value = settle(seed, 20);
    return { seed, value };
  })];
}
