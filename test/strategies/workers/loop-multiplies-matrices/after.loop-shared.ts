import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function matmul(a: number[][], b: number[][], n: number): number[][] {
  const c = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i]![k]! * b[k]![j]!;
      c[i]![j] = sum;
    }
  }
  return c;
}

let matmulPool: Piscina | undefined;

/** Like `matmul`, with the work of `for (let i = 0; i < n; i++)` spread over worker threads. The results keep their order. */
export async function matmulParallel(a: number[][], b: number[][], n: number): Promise<number[][]> {
  const c = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const results = await matmulInWorkers(n, a, b);
  let next = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      c[i]![j] = results[next++] as number;
    }
  }
  return c;
}

async function matmulInWorkers(n: number, a: number[][], b: number[][]): Promise<number[]> {
  const pool = (matmulPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(n / (4 * availableParallelism())));
  const tasks: Parameters<typeof matmulChunk>[0][] = [];
  for (let start = 0; start < n; start += partLength) {
    tasks.push({
      n,
      a: a.slice(start, start + partLength),
      b,
      start,
      end: Math.min(start + partLength, n),
    });
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
    parts.push(matmulChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          n,
          a: a.slice(iteration, iteration + 1),
          b,
          start: iteration,
          end: Math.min(iteration + 1, n),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results: number[] = [];
  for (const part of parts) for (const value of part) results.push(value);
  return results;
}

/** What one worker does at a time for `matmulParallel`. */
export function matmulChunk({ n, a, b, start, end }: {
  n: number;
  a: number[][];
  b: number[][];
  start: number;
  end: number;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = start; i < end; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i - start]![k]! * b[k]![j]!;
      results.push(sum);
    }
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
