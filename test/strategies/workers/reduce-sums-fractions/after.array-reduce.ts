import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function totalCost(xs: number[], factor: number): number {
  return 1 + xs.reduce((sum, x) => sum + cost(x) * factor, 0.1);
}

let totalCostPool: Piscina | undefined;

/** Like `totalCost`, with `xs.reduce(…)` spread over worker threads. What they give is put together in order. */
export async function totalCostParallel(xs: number[], factor: number): Promise<number> {
  return 1 + (await totalCostInWorkers(xs, factor)).reduce((sum, value) => sum + value, 0.1);
}

async function totalCostInWorkers(xs: readonly number[], factor: number): Promise<number[]> {
  const pool = (totalCostPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(xs.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof totalCostChunk>[0][] = [];
  for (let start = 0; start < xs.length; start += partLength) {
    tasks.push({ xs: xs.slice(start, start + partLength), factor });
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
    parts.push(totalCostChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ xs: xs.slice(element, element + 1), factor }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `totalCostParallel`. */
export function totalCostChunk({ xs, factor }: { xs: number[]; factor: number }): number[] {
  return xs.map((x) => cost(x) * factor);
}
