import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function settle(rounds: number): number {
  if (rounds === 13) throw new RangeError('thirteen');
  let value = 1;
  for (let round = 0; round < rounds; round++) value = Math.sqrt(value + round);
  return value;
}

/** What comes of every third number from the first on, with its place among them. */
export function settled(from: number[], most: number): string[] {
  const found: string[] = [];
  for (let n = 1; n <= most; n += 3) {
    found.push(`${n}: ${settle(n + from.length).toFixed(6)}`);
  }
  return found;
}

let settledPool: Piscina | undefined;

/** Like `settled`, with the work of `for (let n = 1; n <= most; n += 3)` spread over worker threads. The results keep their order. */
export async function settledParallel(from: number[], most: number): Promise<string[]> {
  const found: string[] = [];
  for (const value of await settledInWorkers(most, from)) {
    found.push(value);
  }
  return found;
}

async function settledInWorkers(most: number, from: number[]): Promise<string[]> {
  const pool = (settledPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(most / 3 / (4 * availableParallelism()));
  const tasks: Parameters<typeof settledChunk>[0][] = [];
  for (let start = 1; start <= most; start += 3 * partLength) {
    tasks.push({ from, start, end: Math.min(start + 3 * partLength - 1, most) });
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
    parts.push(settledChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 1 + index * 3 * partLength;
    const next = iteration + 3 * partLength;
    const isFine = () => pool.run({ from, start: iteration, end: Math.min(iteration + 3 - 1, most) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration += 3;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `settledParallel`. */
export function settledChunk({ from, start, end }: { from: number[]; start: number; end: number }): string[] {
  const results: string[] = [];
  for (let n = start; n <= end; n += 3) {
    results.push(`${n}: ${settle(n + from.length).toFixed(6)}`);
  }
  return results;
}
