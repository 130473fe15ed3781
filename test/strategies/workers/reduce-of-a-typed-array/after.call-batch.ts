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

/** Calls `energy` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function energyMany(argLists: readonly Parameters<typeof energy>[]): Promise<ReturnType<typeof energy>[]> {
  const pool = (energyPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A copy of what extends such a class, as a Buffer does, is no longer of its own class.
  if (argLists.some((args) => args[0] instanceof Float32Array && args[0].constructor !== Float32Array)) return argLists.map((args) => energy(...args));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof energy>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof energy>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(energyChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof energy>[]).concat(...parts);
}

/** What one worker does at a time for `energyMany`. */
export function energyChunk(argLists: Parameters<typeof energy>[]): ReturnType<typeof energy>[] {
  return argLists.map((args) => energy(...args));
}
