import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const LEVELS = 256;

/** How many pixels of the picture have each brightness. */
export function histogram(rows: Uint8Array[]): Uint32Array {
  const levels = new Uint32Array(LEVELS);
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y]!;
    for (let x = 0; x + 2 < row.length; x += 3) {
      const level = Math.round(0.299 * row[x]! + 0.587 * row[x + 1]! + 0.114 * row[x + 2]!);
      levels[level]!++;
    }
  }
  return levels;
}

let histogramPool: Piscina | undefined;

/** Calls `histogram` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function histogramMany(argLists: readonly Parameters<typeof histogram>[]): Promise<ReturnType<typeof histogram>[]> {
  const pool = (histogramPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof histogram>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof histogram>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(histogramChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof histogram>[]).concat(...parts);
}

/** What one worker does at a time for `histogramMany`. */
export function histogramChunk(argLists: Parameters<typeof histogram>[]): ReturnType<typeof histogram>[] {
  return argLists.map((args) => histogram(...args));
}
