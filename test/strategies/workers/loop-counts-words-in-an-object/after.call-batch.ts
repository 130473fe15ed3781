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

/** Calls `wordCounts` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function wordCountsMany(argLists: readonly Parameters<typeof wordCounts>[]): Promise<ReturnType<typeof wordCounts>[]> {
  const pool = (wordCountsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof wordCounts>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof wordCounts>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(wordCountsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof wordCounts>[]).concat(...parts);
}

/** What one worker does at a time for `wordCountsMany`. */
export function wordCountsChunk(argLists: Parameters<typeof wordCounts>[]): ReturnType<typeof wordCounts>[] {
  return argLists.map((args) => wordCounts(...args));
}
