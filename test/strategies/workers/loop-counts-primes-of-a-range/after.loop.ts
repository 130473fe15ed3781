import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export function countPrimes(from: number, to: number): number {
  let count = 0;
  for (let n = from; n < to; n++) if (isPrime(n)) count++;
  return count;
}

let countPrimesPool: Piscina | undefined;

/** Like `countPrimes`, with the work of `for (let n = from; n < to; n++)` spread over worker threads. What the parts count is added up. */
export async function countPrimesParallel(from: number, to: number): Promise<number> {
  let count = 0;
  for (const value of await countPrimesInWorkers(from, to)) {
    count += value;
  }
  return count;
}

async function countPrimesInWorkers(from: number, to: number): Promise<number[]> {
  const pool = (countPrimesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // From a fraction, steps of one may arrive elsewhere than a sum does.
  if (!Number.isSafeInteger(from)) return countPrimesChunk({ start: from, end: to });
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil((to - from) / (4 * availableParallelism())));
  const tasks: Parameters<typeof countPrimesChunk>[0][] = [];
  for (let start = from; start < to; start += partLength) {
    tasks.push({ start, end: Math.min(start + partLength, to) });
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
    parts.push(countPrimesChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = from + index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ start: iteration, end: Math.min(iteration + 1, to) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `countPrimesParallel`. */
export function countPrimesChunk({ start, end }: { start: number; end: number }): number[] {
  let count = 0;
  for (let n = start; n < end; n++) if (isPrime(n)) count++;
  return [count];
}
