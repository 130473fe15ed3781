import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

function weigh(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum = (sum * 31 + word.charCodeAt(i)) % 1000003;
  return sum;
}

export const heaviest = (words: readonly string[]): number => Math.max(0, ...words.map(weigh));

let heaviestPool: Piscina | undefined;

/** Calls `heaviest` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function heaviestMany(argLists: readonly Parameters<typeof heaviest>[]): Promise<ReturnType<typeof heaviest>[]> {
  const pool = (heaviestPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof heaviest>[]>[] = [];
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

/** What one worker does at a time for `heaviestMany`. */
export function heaviestChunk(argLists: Parameters<typeof heaviest>[]): ReturnType<typeof heaviest>[] {
  return argLists.map((args) => heaviest(...args));
}
