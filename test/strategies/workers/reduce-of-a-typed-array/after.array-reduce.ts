import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 30; round++) settled = Math.sqrt(settled * settled + round);
  return settled;
}

export function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + settle(sample) / 3, 0);
}

let energyPool: Piscina | undefined;

/** Like `energy`, with `[...samples].reduce(…)` spread over worker threads. What they give is put together in order. */
export async function energyParallel(samples: Float32Array): Promise<number> {
  return (await energyInWorkers([...samples])).reduce((sum, value) => sum + value, 0);
}

async function energyInWorkers(items: readonly number[]): Promise<number[]> {
  const pool = (energyPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push(items.slice(start, start + partLength));
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
    parts.push(energyChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(items.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `energyParallel`. */
export function energyChunk(items: number[]): number[] {
  return items.map((sample) => settle(sample) / 3);
}
