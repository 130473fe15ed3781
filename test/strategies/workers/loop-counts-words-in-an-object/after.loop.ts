import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function wordCounts(texts: string[], shortest = 1): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) {
    text.split(' ').forEach((word) => (counts[word] = (counts[word] || 0) + 1));
    for (const word of text.split(/[aeiou]/)) {
      if (word.length < shortest) continue;
      counts[word] = (counts[word] || 0) + 1;
    }
  }
  return counts;
}

let wordCountsPool: Piscina | undefined;

/** Like `wordCounts`, with the work of `for (const text of texts)` spread over worker threads. What the parts count is added up. */
export async function wordCountsParallel(texts: string[], shortest = 1): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const part of await wordCountsInWorkers(texts, shortest)) {
    for (const [key, count] of Object.entries(part)) {
      // Under a name that every object has, such as `constructor`, no number was counted up: only the original does the same.
      if (typeof count !== 'number') return wordCounts(texts, shortest);
      counts[key] = (counts[key] || 0) + count;
    }
  }
  return counts;
}

async function wordCountsInWorkers(texts: string[], shortest: number): Promise<Record<string, number>[]> {
  const pool = (wordCountsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof wordCountsChunk>[0][] = [];
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push({ texts: texts.slice(start, start + partLength), shortest });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Record<string, number>[][] = [];
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
    const isFine = () => pool.run({ texts: texts.slice(iteration, iteration + 1), shortest }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Record<string, number>[]).concat(...parts);
}

/** What one worker does at a time for `wordCountsParallel`. */
export function wordCountsChunk({ texts, shortest }: { texts: string[]; shortest: number }): Record<string, number>[] {
  const counts: Record<string, number> = {};
  for (const text of texts) {
    text.split(' ').forEach((word) => (counts[word] = (counts[word] || 0) + 1));
    for (const word of text.split(/[aeiou]/)) {
      if (word.length < shortest) continue;
      counts[word] = (counts[word] || 0) + 1;
    }
  }
  return [counts];
}
