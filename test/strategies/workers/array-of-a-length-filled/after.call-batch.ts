import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function walk(seed: number, steps: number): number {
  let state = seed + 1;
  let place = 0;
  for (let step = 0; step < steps; step++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    place += state / 0x7fffffff - 0.5;
  }
  return place;
}

/** Where random walks end. */
export function walks(count: number, steps: number): number[] {
  return new Array(count).fill(0).map((_, run) => walk(run, steps));
}

let walksPool: Piscina | undefined;

/** Calls `walks` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function walksMany(argLists: readonly Parameters<typeof walks>[]): Promise<ReturnType<typeof walks>[]> {
  const pool = (walksPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof walks>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof walks>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(walksChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof walks>[]).concat(...parts);
}

/** What one worker does at a time for `walksMany`. */
export function walksChunk(argLists: Parameters<typeof walks>[]): ReturnType<typeof walks>[] {
  return argLists.map((args) => walks(...args));
}
