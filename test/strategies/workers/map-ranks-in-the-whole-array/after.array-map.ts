import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function ranks(scores: number[]): number[] {
  return scores.map((score) => scores.filter((other) => other > score).length + 1);
}

let ranksPool: Piscina | undefined;

/** Like `ranks`, with `scores.map(…)` spread over worker threads. The results keep their order. */
export async function ranksParallel(scores: number[]): Promise<number[]> {
  return await ranksInWorkers(scores);
}

async function ranksInWorkers(scores: number[]): Promise<number[]> {
  const pool = (ranksPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(scores.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof ranksChunk>[0][] = [];
  for (let start = 0; start < scores.length; start += partLength) {
    tasks.push({ scores, start, end: start + partLength });
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
    parts.push(ranksChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ scores, start: element, end: element + 1 }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `ranksParallel`. */
export function ranksChunk({ scores, start, end }: { scores: number[]; start: number; end: number }): number[] {
  return scores.slice(start, end).map((score) => scores.filter((other) => other > score).length + 1);
}
