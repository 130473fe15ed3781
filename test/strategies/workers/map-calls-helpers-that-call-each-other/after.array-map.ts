import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** How deep each text is nested, where round brackets hold square ones and the other way round. */
export function depths(texts: readonly string[], deepest: number): number[] {
  return texts.map((text) => round(deepest, text, 0, 0));
}

let depthsPool: Piscina | undefined;

/** Like `depths`, with `texts.map(…)` spread over worker threads. The results keep their order. */
export async function depthsParallel(texts: readonly string[], deepest: number): Promise<number[]> {
  return await depthsInWorkers(texts, deepest);
}

async function depthsInWorkers(texts: readonly string[], deepest: number): Promise<number[]> {
  const pool = (depthsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof depthsChunk>[0][] = [];
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push({ texts: texts.slice(start, start + partLength), deepest });
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
    parts.push(depthsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ texts: texts.slice(element, element + 1), deepest }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `depthsParallel`. */
export function depthsChunk({ texts, deepest }: { texts: string[]; deepest: number }): number[] {
  return texts.map((text) => round(deepest, text, 0, 0));
}

function round(deepest: number, text: string, at: number, depth: number): number {
  if (depth > deepest) throw new RangeError(`Too deep: ${text}`);
  const next = text.indexOf('[', at);
  return next < 0 ? depth : square(deepest, text, next + 1, depth + 1);
}

function square(deepest: number, text: string, at: number, depth: number): number {
  const next = text.indexOf('(', at);
  return next < 0 ? depth : round(deepest, text, next + 1, depth + 1);
}
