import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function farthest(values: readonly number[], more: readonly number[], least: number): number {
  let worst = -1;
  for (const a of values) {
    for (const b of more) {
      const spread = Math.abs(Math.sin(a) - Math.sin(b)) * least;
      worst = Math.max(worst, spread);
    }
  }
  return worst;
}

let farthestPool: Piscina | undefined;

/** Like `farthest`, with the work of `for (const a of values)` spread over worker threads. The best of the parts is kept. */
export async function farthestParallel(values: readonly number[], more: readonly number[], least: number): Promise<number> {
  let worst = -1;
  for (const value of await farthestInWorkers(values, more, least)) {
    worst = Math.max(worst, value);
  }
  return worst;
}

async function farthestInWorkers(values: readonly number[], more: readonly number[], least: number): Promise<number[]> {
  const pool = (farthestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof farthestChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: values.slice(start, start + partLength), more, least });
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
    parts.push(farthestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ values: values.slice(iteration, iteration + 1), more, least }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `farthestParallel`. */
export function farthestChunk({ values, more, least }: {
  values: readonly number[];
  more: readonly number[];
  least: number;
}): number[] {
  let worst = -1;
  for (const a of values) {
    for (const b of more) {
      const spread = Math.abs(Math.sin(a) - Math.sin(b)) * least;
      worst = Math.max(worst, spread);
    }
  }
  return [worst];
}
