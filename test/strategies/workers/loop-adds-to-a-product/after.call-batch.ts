import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Of square matrices, row by row. */
export function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k]!;
      for (let j = 0; j < size; j++) product[i * size + j]! += factor * b[k * size + j]!;
    }
  }
  return product;
}

let multiplyPool: Piscina | undefined;

/** Calls `multiply` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function multiplyMany(argLists: readonly Parameters<typeof multiply>[]): Promise<ReturnType<typeof multiply>[]> {
  const pool = (multiplyPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof multiply>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof multiply>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(multiplyChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof multiply>[]).concat(...parts);
}

/** What one worker does at a time for `multiplyMany`. */
export function multiplyChunk(argLists: Parameters<typeof multiply>[]): ReturnType<typeof multiply>[] {
  return argLists.map((args) => multiply(...args));
}
