import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
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
  const pool = (heaviestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(words.length / (4 * availableParallelism()));
  const tasks: string[][] = [];
  for (let start = 0; start < words.length; start += partLength) {
    tasks.push(words.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values = heaviestChunk(task);
    emitWarning(`A worker failed, from element ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values;
  });
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `heaviestParallel`. */
export function heaviestChunk(words: string[]): number[] {
  return words.map(weigh);
}
