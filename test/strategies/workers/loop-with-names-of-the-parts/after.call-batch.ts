import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function chains(end: number, results: number): number[] {
  const out: number[] = [];
  for (let start = 0; start < end; start++) {
    let task = results;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) task++;
    out.push(task);
  }
  return out;
}

let chainsPool: Piscina | undefined;

/** Calls `chains` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function chainsMany(argLists: readonly Parameters<typeof chains>[]): Promise<ReturnType<typeof chains>[]> {
  const pool = (chainsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof chains>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof chains>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(chainsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof chains>[]).concat(...parts);
}

/** What one worker does at a time for `chainsMany`. */
export function chainsChunk(argLists: Parameters<typeof chains>[]): ReturnType<typeof chains>[] {
  return argLists.map((args) => chains(...args));
}
