import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Each value depends on how many were drawn before it; whole calls do not. */
export function jitter(values: number[], seed: number): number[] {
  const random = lcg(seed);
  return values.map((value) => {
    let sum = value;
    for (let round = 0; round < 10; round++) sum += random();
    return sum;
  });
}

let jitterPool: Piscina | undefined;

/** Calls `jitter` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function jitterMany(argLists: readonly Parameters<typeof jitter>[]): Promise<ReturnType<typeof jitter>[]> {
  const pool = (jitterPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof jitter>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof jitter>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(jitterChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof jitter>[]).concat(...parts);
}

/** What one worker does at a time for `jitterMany`. */
export function jitterChunk(argLists: Parameters<typeof jitter>[]): ReturnType<typeof jitter>[] {
  return argLists.map((args) => jitter(...args));
}
