import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** How deep each text is nested, where round brackets hold square ones and the other way round. */
export function depths(texts: readonly string[], deepest: number): number[] {
  const round = (text: string, at: number, depth: number): number => {
    if (depth > deepest) throw new RangeError(`Too deep: ${text}`);
    const next = text.indexOf('[', at);
    return next < 0 ? depth : square(text, next + 1, depth + 1);
  };
  const square = (text: string, at: number, depth: number): number => {
    const next = text.indexOf('(', at);
    return next < 0 ? depth : round(text, next + 1, depth + 1);
  };
  return texts.map((text) => round(text, 0, 0));
}

let depthsPool: Piscina | undefined;

/** Calls `depths` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function depthsMany(argLists: readonly Parameters<typeof depths>[]): Promise<ReturnType<typeof depths>[]> {
  const pool = (depthsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof depths>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof depths>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(depthsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof depths>[]).concat(...parts);
}

/** What one worker does at a time for `depthsMany`. */
export function depthsChunk(argLists: Parameters<typeof depths>[]): ReturnType<typeof depths>[] {
  return argLists.map((args) => depths(...args));
}
