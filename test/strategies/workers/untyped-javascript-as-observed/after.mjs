import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function power(base, exponent) {
  if (typeof base !== 'number' || typeof exponent !== 'number') return 0;
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}

let powerPool;

/**
 * Calls `power` for many argument lists at once, on worker threads. The results stand in the order of the lists.
 * @param {Parameters<typeof power>[]} argLists
 * @returns {Promise<ReturnType<typeof power>[]>}
 */
export async function powerMany(argLists) {
  const pool = (powerPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL('./before.worker.mjs', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(powerChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return [].concat(...parts);
}

/**
 * What one worker does at a time for `powerMany`.
 * @param {Parameters<typeof power>[]} argLists
 * @returns {ReturnType<typeof power>[]}
 */
export function powerChunk(argLists) {
  return argLists.map((args) => power(...args));
}
