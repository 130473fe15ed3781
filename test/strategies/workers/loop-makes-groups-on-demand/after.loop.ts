import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function height(x: number): number {
  if (x < 0) throw new RangeError(`below ground: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return Math.round(sum);
}

export function byHeight(xs: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const x of xs) {
    const key = height(x);
    let group = groups.get(key);
    if (!group) {
      group = [];
      groups.set(key, group);
    }
    group.push(x);
  }
  return groups;
}

let byHeightPool: Piscina | undefined;

/** Like `byHeight`, with the work of `for (const x of xs)` spread over worker threads. The results keep their order. */
export async function byHeightParallel(xs: readonly number[]): Promise<Map<number, number[]>> {
  const groups = new Map<number, number[]>();
  const results = await byHeightInWorkers(xs);
  let next = 0;
  for (const x of xs) {
    const key = results[next++] as number;
    let group = groups.get(key);
    if (!group) {
      group = [];
      groups.set(key, group);
    }
    group.push(x);
  }
  return groups;
}

async function byHeightInWorkers(xs: readonly number[]): Promise<number[]> {
  const pool = (byHeightPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: (readonly number[])[] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push(xs.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(byHeightChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(xs.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `byHeightParallel`. */
export function byHeightChunk(xs: readonly number[]): number[] {
  const results: number[] = [];
  for (const x of xs) {
    const key = height(x);
    results.push(key);
  }
  return results;
}
