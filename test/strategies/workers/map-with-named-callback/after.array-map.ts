import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

function weigh(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum = (sum * 31 + word.charCodeAt(i)) % 1000003;
  return sum;
}

export const heaviest = (words: readonly string[]): number => Math.max(0, ...words.map(weigh));

let heaviestPool: Piscina | undefined;

/** Like `heaviest`, with `words.map(…)` spread over worker threads. The results keep their order. */
export async function heaviestParallel(words: readonly string[]): Promise<number> {
  return Math.max(0, ...await heaviestInWorkers(words));
}

async function heaviestInWorkers(words: readonly string[]): Promise<number[]> {
  const pool = (heaviestPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(words.length / (4 * availableParallelism()));
  const parts: Promise<number[]>[] = [];
  for (let start = 0; start < words.length; start += partLength) {
    parts.push(pool.run(words.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return ([] as number[]).concat(...results);
}

/** What one worker does at a time for `heaviestParallel`. */
export function heaviestChunk(words: string[]): number[] {
  return words.map(weigh);
}
