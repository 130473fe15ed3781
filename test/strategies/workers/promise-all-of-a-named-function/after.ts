import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

async function score(x: number | undefined, weight: number): Promise<number> {
  if (x !== undefined && x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt((x ?? 0) + k) * weight;
  return sum;
}

export async function bestScore(xs: (number | undefined)[], weight: number): Promise<number> {
  const scores = await Promise.all(xs.map((x) => score(x, weight)));
  return Math.max(0, ...scores);
}

let bestScorePool: Piscina | undefined;

/** Like `bestScore`, with `xs.map(…)` spread over worker threads. The results keep their order. */
export async function bestScoreParallel(xs: (number | undefined)[], weight: number): Promise<number> {
  const scores = await bestScoreInWorkers(xs, weight);
  return Math.max(0, ...scores);
}

async function bestScoreInWorkers(xs: readonly (number | undefined)[], weight: number): Promise<number[]> {
  const pool = (bestScorePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof bestScoreChunk>[0][] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push({ xs: xs.slice(start, start + partLength), weight });
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
    parts.push(await bestScoreChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ xs: xs.slice(element, element + 1), weight }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `bestScoreParallel`. */
export async function bestScoreChunk({ xs, weight }: { xs: (number | undefined)[]; weight: number }): Promise<number[]> {
  return Promise.all(xs.map((x) => score(x, weight)));
}
