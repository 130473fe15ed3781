import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export function primesOf(candidates: readonly number[]): number[] {
  const found: number[] = [];
  for (const n of candidates) {
    if (n % 2 === 0 && n !== 2) continue;
    if (isPrime(n)) found.push(n);
  }
  return found;
}

let primesOfPool: Piscina | undefined;

/** Like `primesOf`, with the work of `for (const n of candidates)` spread over worker threads. The results keep their order. */
export async function primesOfParallel(candidates: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const value of await primesOfInWorkers(candidates)) {
    found.push(value);
  }
  return found;
}

async function primesOfInWorkers(candidates: readonly number[]): Promise<number[]> {
  const pool = (primesOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(candidates.length / (4 * availableParallelism()));
  const tasks: (readonly number[])[] = [];
  for (let start = 0; start < candidates.length; start += partLength) {
    tasks.push(candidates.slice(start, start + partLength));
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
    parts.push(primesOfChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(candidates.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `primesOfParallel`. */
export function primesOfChunk(candidates: readonly number[]): number[] {
  const results: number[] = [];
  for (const n of candidates) {
    if (n % 2 === 0 && n !== 2) continue;
    if (isPrime(n)) results.push(n);
  }
  return results;
}
