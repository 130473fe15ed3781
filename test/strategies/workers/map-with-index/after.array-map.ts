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

/** Like `numbered`, with `texts.map(…)` spread over worker threads. The results keep their order. */
export async function numberedParallel(texts: readonly string[], start: number): Promise<Line[]> {
  return await numberedInWorkers(texts, start);
}

async function numberedInWorkers(texts: readonly string[], start: number): Promise<Line[]> {
  const pool = (numberedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof numberedChunk>[0][] = [];
  for (let start2 = 0; start2 < texts.length; start2 += partLength) {
    tasks.push({ texts: texts.slice(start2, start2 + partLength), start, start2 });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Line[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(numberedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ texts: texts.slice(element, element + 1), start, start2: element }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Line[]).concat(...parts);
}

/** What one worker does at a time for `numberedParallel`. */
export function numberedChunk({ texts, start, start2 }: { texts: string[]; start: number; start2: number }): Line[] {
  return texts.map((text, i) => {
    const ranks = [3, 1, 2].map((i) => i + 1).concat((start2 + i) * start, -(start2 + i));
    return { i: start2 + i, text: `${(start2 + i) + start}: ${weigh(text, start2 + i)}`, ranks };
  });
}
