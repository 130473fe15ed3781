import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Line {
  i: number;
  text: string;
  ranks: number[];
}

function weigh(text: string, by: number): number {
  if (text === '') throw new RangeError(`empty: ${by}`);
  let sum = by;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum;
}

export const numbered = (texts: readonly string[], start: number): Line[] =>
  texts.map((text, i) => {
    const ranks = [3, 1, 2].map((i) => i + 1).concat(i * start, -i);
    return { i, text: `${i + start}: ${weigh(text, i)}`, ranks };
  });

let numberedPool: Piscina | undefined;

/** Calls `numbered` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function numberedMany(argLists: readonly Parameters<typeof numbered>[]): Promise<ReturnType<typeof numbered>[]> {
  const pool = (numberedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof numbered>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof numbered>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(numberedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof numbered>[]).concat(...parts);
}

/** What one worker does at a time for `numberedMany`. */
export function numberedChunk(argLists: Parameters<typeof numbered>[]): ReturnType<typeof numbered>[] {
  return argLists.map((args) => numbered(...args));
}
