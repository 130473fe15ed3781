import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function wordTotals(texts: string[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.split(' ')) {
      if (totals.has(word)) {
        totals.set(word, totals.get(word)! + 1);
      } else {
        totals.set(word, 1);
      }
    }
  }
  return totals;
}

let wordTotalsPool: Piscina | undefined;

/** Calls `wordTotals` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function wordTotalsMany(argLists: readonly Parameters<typeof wordTotals>[]): Promise<ReturnType<typeof wordTotals>[]> {
  const pool = (wordTotalsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof wordTotals>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof wordTotals>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(wordTotalsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof wordTotals>[]).concat(...parts);
}

/** What one worker does at a time for `wordTotalsMany`. */
export function wordTotalsChunk(argLists: Parameters<typeof wordTotals>[]): ReturnType<typeof wordTotals>[] {
  return argLists.map((args) => wordTotals(...args));
}
