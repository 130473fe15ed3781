import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function matmul(a: number[][], b: number[][]): number[][] {
  const result: number[][] = [];
  for (const row of a) {
    const out: number[] = [];
    for (let j = 0; j < (b[0]?.length ?? 0); j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += (row[k] ?? 0) * (b[k]?.[j] ?? 0);
      out.push(sum);
    }
    result.push(out);
  }
  return result;
}

let matmulPool: Piscina | undefined;

/** Like `matmul`, with the work of `for (const row of a)` spread over worker threads. The results keep their order. */
export async function matmulParallel(a: number[][], b: number[][]): Promise<number[][]> {
  const result: number[][] = [];
  for (const value of await matmulInWorkers(a, b)) {
    result.push(value);
  }
  return result;
}

async function matmulInWorkers(a: number[][], b: number[][]): Promise<number[][]> {
  const pool = (matmulPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(a.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof matmulChunk>[0][] = [];
  for (let start = 0; start < a.length; start += partLength) {
    tasks.push({ a: a.slice(start, start + partLength), b });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][][] = [];
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
    const isFine = () => pool.run({ a: a.slice(iteration, iteration + 1), b }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[][]).concat(...parts);
}

/** What one worker does at a time for `matmulParallel`. */
export function matmulChunk({ a, b }: { a: number[][]; b: number[][] }): number[][] {
  const results: number[][] = [];
  for (const row of a) {
    const out: number[] = [];
    for (let j = 0; j < (b[0]?.length ?? 0); j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += (row[k] ?? 0) * (b[k]?.[j] ?? 0);
      out.push(sum);
    }
    results.push(out);
  }
  return results;
}
