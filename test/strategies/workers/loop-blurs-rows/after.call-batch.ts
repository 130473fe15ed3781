import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The mean of each sample and its neighbours in the row. */
export function blurRows(samples: Float32Array, weights: Float64Array, width: number, height: number): Float32Array {
  const reach = weights.length - 1;
  const blurred = new Float32Array(samples.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const column = Math.min(width - 1, Math.max(0, x + k));
        sum += samples[y * width + column]! * weights[Math.abs(k)]!;
      }
      blurred[y * width + x] = sum;
    }
  }
  return blurred;
}

let blurRowsPool: Piscina | undefined;

/** Calls `blurRows` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function blurRowsMany(argLists: readonly Parameters<typeof blurRows>[]): Promise<ReturnType<typeof blurRows>[]> {
  const pool = (blurRowsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof blurRows>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof blurRows>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(blurRowsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof blurRows>[]).concat(...parts);
}

/** What one worker does at a time for `blurRowsMany`. */
export function blurRowsChunk(argLists: Parameters<typeof blurRows>[]): ReturnType<typeof blurRows>[] {
  return argLists.map((args) => blurRows(...args));
}
