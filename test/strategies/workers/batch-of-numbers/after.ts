import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function collatzSteps(start: number): number {
  let steps = 0;
  for (let n = start; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps += 1;
  return steps;
}

let collatzStepsPool: Piscina | undefined;

/** Calls `collatzSteps` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function collatzStepsMany(argLists: readonly Parameters<typeof collatzSteps>[]): Promise<ReturnType<typeof collatzSteps>[]> {
  const pool = (collatzStepsPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof collatzSteps>[]>[] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/** What one worker does at a time for `collatzStepsMany`. */
export function collatzStepsChunk(argLists: Parameters<typeof collatzSteps>[]): ReturnType<typeof collatzSteps>[] {
  return argLists.map((args) => collatzSteps(...args));
}

export function longest(limit: number): number {
  let best = 1;
  for (let start = 2; start < limit; start++) best = Math.max(best, collatzSteps(start));
  return best;
}
