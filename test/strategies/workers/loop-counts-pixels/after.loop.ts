import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const LEVELS = 256;

/** How many pixels of the picture have each brightness. */
export function histogram(rows: Uint8Array[]): Uint32Array {
  const levels = new Uint32Array(LEVELS);
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y]!;
    for (let x = 0; x + 2 < row.length; x += 3) {
      const level = Math.round(0.299 * row[x]! + 0.587 * row[x + 1]! + 0.114 * row[x + 2]!);
      levels[level]!++;
    }
  }
  return levels;
}

let histogramPool: Piscina | undefined;

/** Like `histogram`, with the work of `for (let y = 0; y < rows.length; y++)` spread over worker threads. What the parts count is added up. */
export async function histogramParallel(rows: Uint8Array[]): Promise<Uint32Array> {
  const levels = new Uint32Array(LEVELS);
  for (const part of await histogramInWorkers(rows)) {
    for (const [key, count] of part.entries()) levels[key] = (levels[key] ?? 0) + count;
  }
  return levels;
}

async function histogramInWorkers(rows: Uint8Array[]): Promise<Uint32Array[]> {
  const pool = (histogramPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(rows.length / (4 * availableParallelism()));
  const tasks: Uint8Array[][] = [];
  for (let start = 0; start < rows.length; start += partLength) {
    tasks.push(rows.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Uint32Array[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(histogramChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(rows.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Uint32Array[]).concat(...parts);
}

/** What one worker does at a time for `histogramParallel`. */
export function histogramChunk(rows: Uint8Array[]): Uint32Array[] {
  const levels = new Uint32Array(LEVELS);
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y]!;
    for (let x = 0; x + 2 < row.length; x += 3) {
      const level = Math.round(0.299 * row[x]! + 0.587 * row[x + 1]! + 0.114 * row[x + 2]!);
      levels[level]!++;
    }
  }
  return [levels];
}
