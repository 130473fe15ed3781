import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** How often each word stands in the texts. */
export function wordCounts(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/\W+/)) {
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

let wordCountsPool: Piscina | undefined;

/** Like `wordCounts`, with the work of `for (const text of texts)` spread over worker threads. What the parts count is added up. */
export async function wordCountsParallel(texts: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const part of await wordCountsInWorkers(texts)) {
    for (const [key, count] of part) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

async function wordCountsInWorkers(texts: string[]): Promise<Map<string, number>[]> {
  const pool = (wordCountsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: string[][] = [];
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push(texts.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Map<string, number>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(wordCountsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(texts.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Map<string, number>[]).concat(...parts);
}

/** What one worker does at a time for `wordCountsParallel`. */
export function wordCountsChunk(texts: string[]): Map<string, number>[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/\W+/)) {
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [counts];
}
