import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function smallestDivisor(n: number): number {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return d;
  return n;
}

export function divisorsUpTo(limit: number, most: number): number[] {
  const divisors: number[] = [];
  for (let n = 2; n <= limit; n++) {
    const divisor = smallestDivisor(n);
    if (divisor < most) divisors[n] = divisor;
  }
  return divisors;
}

let divisorsUpToPool: Piscina | undefined;

/** Calls `divisorsUpTo` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function divisorsUpToMany(argLists: readonly Parameters<typeof divisorsUpTo>[]): Promise<ReturnType<typeof divisorsUpTo>[]> {
  const pool = (divisorsUpToPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof divisorsUpTo>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof divisorsUpTo>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(divisorsUpToChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof divisorsUpTo>[]).concat(...parts);
}

/** What one worker does at a time for `divisorsUpToMany`. */
export function divisorsUpToChunk(argLists: Parameters<typeof divisorsUpTo>[]): ReturnType<typeof divisorsUpTo>[] {
  return argLists.map((args) => divisorsUpTo(...args));
}
