import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function byLetters(words: string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  words.forEach((word) => {
    const letters = new Set(word.normalize('NFKD')).size;
    const group = groups.get(letters);
    if (group) group.push(word);
    else groups.set(letters, [word]);
  });
  return groups;
}

let byLettersPool: Piscina | undefined;

/** Like `byLetters`, with `words.forEach(…)` spread over worker threads. What they give is put together in order. */
export async function byLettersParallel(words: string[]): Promise<Map<number, string[]>> {
  const groups = new Map<number, string[]>();
  (await byLettersInWorkers(words)).forEach(([letters, word]) => {
    const group = groups.get(letters);
    if (group) group.push(word);
    else groups.set(letters, [word]);
  });
  return groups;
}

async function byLettersInWorkers(words: readonly string[]): Promise<[number, string][]> {
  const pool = (byLettersPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(words.length / (4 * availableParallelism()));
  const tasks: string[][] = [];
  for (let start = 0; start < words.length; start += partLength) {
    tasks.push(words.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ([number, string][])[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(byLettersChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(words.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as [number, string][]).concat(...parts);
}

/** What one worker does at a time for `byLettersParallel`. */
export function byLettersChunk(words: string[]): [number, string][] {
  return words.map((word) => {
    const letters = new Set(word.normalize('NFKD')).size;
    return [letters, word];
  });
}
