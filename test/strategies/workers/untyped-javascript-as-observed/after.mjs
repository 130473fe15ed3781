import { availableParallelism } from 'node:os';
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
  const pool = (powerPool ??= new Piscina({
    filename: new URL('./before.worker.mjs', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/**
 * What one worker does at a time for `powerMany`.
 * @param {Parameters<typeof power>[]} argLists
 * @returns {ReturnType<typeof power>[]}
 */
export function powerChunk(argLists) {
  return argLists.map((args) => power(...args));
}
