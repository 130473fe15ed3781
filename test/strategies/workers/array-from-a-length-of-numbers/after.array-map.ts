import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settled(start: number): number {
  let value = start;
  for (let round = 0; round < 30; round++) value = Math.sqrt(value + round);
  return value;
}

export const table = (size: number): number[] => Array.from({ length: size }, (_, i) => settled(i / 2));

let tablePool: Piscina | undefined;

/** Like `table`, with `Array.from({ length: size }, …)` spread over worker threads. The results keep their order. */
export async function tableParallel(size: number): Promise<number[]> {
  return await tableInWorkers(Array.from({ length: size }, (_, i) => i));
}

async function tableInWorkers(items: readonly number[]): Promise<number[]> {
  const pool = (tablePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push(items.slice(start, start + partLength));
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
    parts.push(tableChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(items.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `tableParallel`. */
export function tableChunk(items: number[]): number[] {
  return items.map((i) => settled(i / 2));
}
