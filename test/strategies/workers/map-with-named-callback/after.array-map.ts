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
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(heaviestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(words.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `heaviestParallel`. */
export function heaviestChunk(words: string[]): number[] {
  return words.map(weigh);
}
