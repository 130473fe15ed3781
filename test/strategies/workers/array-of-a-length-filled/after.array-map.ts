import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function walk(seed: number, steps: number): number {
  let state = seed + 1;
  let place = 0;
  for (let step = 0; step < steps; step++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    place += state / 0x7fffffff - 0.5;
  }
  return place;
}

/** Where random walks end. */
export function walks(count: number, steps: number): number[] {
  return new Array(count).fill(0).map((_, run) => walk(run, steps));
}

let walksPool: Piscina | undefined;

/** Like `walks`, with `new Array(count).fill(0).map((_, run)....map(…)` spread over worker threads. The results keep their order. */
export async function walksParallel(count: number, steps: number): Promise<number[]> {
  return await walksInWorkers(new Array(count).fill(0).map((_, run) => run), steps);
}

async function walksInWorkers(items: readonly number[], steps: number): Promise<number[]> {
  const pool = (walksPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof walksChunk>[0][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push({ items: items.slice(start, start + partLength), steps });
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
    parts.push(walksChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ items: items.slice(element, element + 1), steps }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `walksParallel`. */
export function walksChunk({ items, steps }: { items: number[]; steps: number }): number[] {
  return items.map((run) => walk(run, steps));
}
