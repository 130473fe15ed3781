import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function smallestDivisor(n: number): number {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return d;
  return n;
}

export function divisorsUpTo(limit: number, most: number): number[] {
  const divisors: number[] = [];
  for (let n = 2; n <= limit; n++) {
    const divisor = smallestDivisor(n);
    if (divisor < most) divisors[n] = divisor;
  }
  return divisors;
}

let divisorsUpToPool: Piscina | undefined;

/** Like `divisorsUpTo`, with the work of `for (let n = 2; n <= limit; n++)` spread over worker threads. The results keep their order. */
export async function divisorsUpToParallel(limit: number, most: number): Promise<number[]> {
  const divisors: number[] = [];
  const results = await divisorsUpToInWorkers(limit);
  let next = 0;
  for (let n = 2; n <= limit; n++) {
    const divisor = results[next++] as number;
    if (divisor < most) divisors[n] = divisor;
  }
  return divisors;
}

async function divisorsUpToInWorkers(limit: number): Promise<number[]> {
  const pool = (divisorsUpToPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((limit - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof divisorsUpToChunk>[0][] = [];
  for (let start = 2; start <= limit; start += partLength) {
    tasks.push({ start, end: Math.min(start + partLength - 1, limit) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(divisorsUpToChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 2 + index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ start: iteration, end: iteration }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results: number[] = [];
  for (const part of parts) for (const value of part) results.push(value);
  return results;
}

/** What one worker does at a time for `divisorsUpToParallel`. */
export function divisorsUpToChunk({ start, end }: { start: number; end: number }): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let n = start; n <= end; n++) {
    const divisor = smallestDivisor(n);
    results.push(divisor);
  }
  return shared(results);
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}
