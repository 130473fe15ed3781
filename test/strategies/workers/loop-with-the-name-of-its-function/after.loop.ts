import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function spreads(values: readonly number[], more: readonly number[]): number[] {
  const spreads: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of more) sum += Math.sqrt(Math.abs(value - other));
    spreads.push(sum);
  }
  return spreads;
}

let spreadsPool: Piscina | undefined;

/** Like `spreads`, with the work of `for (const value of values)` spread over worker threads. The results keep their order. */
export async function spreadsParallel(values: readonly number[], more: readonly number[]): Promise<number[]> {
  const spreads: number[] = [];
  for (const value of await spreadsInWorkers(values, more)) {
    spreads.push(value);
  }
  return spreads;
}

async function spreadsInWorkers(values: readonly number[], more: readonly number[]): Promise<number[]> {
  const pool = (spreadsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof spreadsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: values.slice(start, start + partLength), more });
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
    parts.push(spreadsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ values: values.slice(iteration, iteration + 1), more }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `spreadsParallel`. */
export function spreadsChunk({ values, more }: { values: readonly number[]; more: readonly number[] }): number[] {
  const results: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of more) sum += Math.sqrt(Math.abs(value - other));
    results.push(sum);
  }
  return results;
}
