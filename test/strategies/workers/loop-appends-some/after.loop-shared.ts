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
  for (const part of await primesOfInWorkers(candidates)) {
    for (const value of part) found.push(value);
  }
  return found;
}

async function primesOfInWorkers(candidates: readonly number[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (primesOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(candidates.length / (4 * availableParallelism()));
  const tasks: ReturnType<typeof shared>[] = [];
  for (let start = 0; start < candidates.length; start += partLength) {
    tasks.push(shared(candidates.slice(start, start + partLength)));
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
    parts.push(primesOfChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(shared(candidates.slice(iteration, iteration + 1)), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `primesOfParallel`. */
export function primesOfChunk(candidates: ReturnType<typeof shared>): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const n of candidates) {
    if (n % 2 === 0 && n !== 2) continue;
    if (isPrime(n)) results.push(n);
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
