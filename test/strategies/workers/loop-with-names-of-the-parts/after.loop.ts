import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function chains(end: number, results: number): number[] {
  const out: number[] = [];
  for (let start = 0; start < end; start++) {
    let task = results;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) task++;
    out.push(task);
  }
  return out;
}

let chainsPool: Piscina | undefined;

/** Like `chains`, with the work of `for (let start = 0; start < end; star...` spread over worker threads. The results keep their order. */
export async function chainsParallel(end: number, results: number): Promise<number[]> {
  const out: number[] = [];
  for (const value of await chainsInWorkers(end, results)) {
    out.push(value);
  }
  return out;
}

async function chainsInWorkers(end: number, results: number): Promise<number[]> {
  const pool = (chainsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(end / (4 * availableParallelism())));
  const tasks: Parameters<typeof chainsChunk>[0][] = [];
  for (let start = 0; start < end; start += partLength) {
    tasks.push({ results, start2: start, end2: Math.min(start + partLength, end) });
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
    parts.push(chainsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ results, start2: iteration, end2: Math.min(iteration + 1, end) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `chainsParallel`. */
export function chainsChunk({ results, start2, end2 }: { results: number; start2: number; end2: number }): number[] {
  const results2: number[] = [];
  for (let start = start2; start < end2; start++) {
    let task = results;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) task++;
    results2.push(task);
  }
  return results2;
}
