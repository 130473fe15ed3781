import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Of 0 and -0, which are not less than each other, the first stays. */
export function lowest(rows: readonly (readonly number[])[]): number {
  let low = 1;
  for (const row of rows) {
    let sum = row.length === 0 ? 1 : 0;
    for (const value of row) sum *= value;
    if (low > sum) low = sum;
  }
  return low;
}

let lowestPool: Piscina | undefined;

/** Like `lowest`, with the work of `for (const row of rows)` spread over worker threads. The best of the parts is kept. */
export async function lowestParallel(rows: readonly (readonly number[])[]): Promise<number> {
  let low = 1;
  for (const value2 of await lowestInWorkers(rows)) {
    if (value2 < low) low = value2;
  }
  return low;
}

async function lowestInWorkers(rows: readonly (readonly number[])[]): Promise<number[]> {
  const pool = (lowestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(rows.length / (4 * availableParallelism()));
  const tasks: (readonly (readonly number[])[])[] = [];
  for (let start = 0; start < rows.length; start += partLength) {
    tasks.push(rows.slice(start, start + partLength));
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
    parts.push(lowestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(rows.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `lowestParallel`. */
export function lowestChunk(rows: readonly (readonly number[])[]): number[] {
  let low = 1;
  for (const row of rows) {
    let sum = row.length === 0 ? 1 : 0;
    for (const value of row) sum *= value;
    if (low > sum) low = sum;
  }
  return [low];
}
