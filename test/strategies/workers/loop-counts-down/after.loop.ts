import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The last one first. */
export function settledBackwards(values: readonly number[]): string[] {
  const settled: string[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i];
    if (value === undefined) continue;
    settled.push(`${i}: ${settle(value)}`);
  }
  return settled;
}

let settledBackwardsPool: Piscina | undefined;

/** Like `settledBackwards`, with the work of `for (let at = 0; at < values.length; ...` spread over worker threads. The results keep their order. */
export async function settledBackwardsParallel(values: readonly number[]): Promise<string[]> {
  const settled: string[] = [];
  for (const value2 of await settledBackwardsInWorkers(values)) {
    settled.push(value2);
  }
  return settled;
}

async function settledBackwardsInWorkers(values: readonly number[]): Promise<string[]> {
  const pool = (settledBackwardsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settledBackwardsChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values, start, end: Math.min(start + partLength, values.length) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: string[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(settledBackwardsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ values, start: iteration, end: Math.min(iteration + 1, values.length) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `settledBackwardsParallel`. */
export function settledBackwardsChunk({ values, start, end }: { values: readonly number[]; start: number; end: number }): string[] {
  const results: string[] = [];
  for (let at = start; at < end; at++) {
    const i = values.length - 1 - at;
    const value = values[i];
    if (value === undefined) continue;
    results.push(`${i}: ${settle(value)}`);
  }
  return results;
}
