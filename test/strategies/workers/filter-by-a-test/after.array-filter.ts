import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function primes(candidates: number[]): number[] {
  return candidates.filter((n) => {
    if (n < 2) return false;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
    return true;
  });
}

let primesPool: Piscina | undefined;

/** Like `primes`, with `candidates.filter(…)` spread over worker threads. The results keep their order. */
export async function primesParallel(candidates: number[]): Promise<number[]> {
  return await primesInWorkers(candidates);
}

async function primesInWorkers(candidates: readonly number[]): Promise<number[]> {
  const pool = (primesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(candidates.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < candidates.length; start += partLength) {
    tasks.push(candidates.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = tasks.map((task, index) => {
    const part = settled[index];
    if (part?.status === 'fulfilled') return part.value;
    // Done again in this thread, it throws what the original throws.
    const values = primesChunk(task);
    emitWarning(`A worker failed, from element ${index * partLength} on: ${part?.reason?.message ?? 'not cloneable'}`);
    return values;
  });
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `primesParallel`. */
export function primesChunk(candidates: number[]): number[] {
  return candidates.filter((n) => {
    if (n < 2) return false;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
    return true;
  });
}
