import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(rounds: number): number {
  if (rounds === 13) throw new RangeError('thirteen');
  let value = 1;
  for (let round = 0; round < rounds; round++) value = Math.sqrt(value + round);
  return value;
}

/** What comes of every third number from the first on, with its place among them. */
export function settled(from: number[], most: number): string[] {
  const found: string[] = [];
  for (let n = 1; n <= most; n += 3) {
    found.push(`${n}: ${settle(n + from.length).toFixed(6)}`);
  }
  return found;
}

let settledPool: Piscina | undefined;

/** Calls `settled` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function settledMany(argLists: readonly Parameters<typeof settled>[]): Promise<ReturnType<typeof settled>[]> {
  const pool = (settledPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settled>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled2 = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof settled>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled2[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(settledChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof settled>[]).concat(...parts);
}

/** What one worker does at a time for `settledMany`. */
export function settledChunk(argLists: Parameters<typeof settled>[]): ReturnType<typeof settled>[] {
  return argLists.map((args) => settled(...args));
}
