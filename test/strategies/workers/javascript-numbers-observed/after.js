import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export function longestChain(limit) {
  let best = 0;
  for (let start = 1; start < limit; start++) {
    let length = 0;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) length++;
    if (length > best) best = length;
  }
  return best;
}

let longestChainPool;

/**
 * Calls `longestChain` for many argument lists at once, on worker threads. The results stand in the order of the lists.
 * @param {Parameters<typeof longestChain>[]} argLists
 * @returns {Promise<ReturnType<typeof longestChain>[]>}
 */
export async function longestChainMany(argLists) {
  if (argLists.some(([limit]) => typeof limit !== 'number')) {
    return argLists.map((args) => longestChain(...args));
  }
  const pool = (longestChainPool ??= new Piscina({
    filename: new URL('./before.worker.js', import.meta.url).href,
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
 * What one worker does at a time for `longestChainMany`.
 * @param {Parameters<typeof longestChain>[]} argLists
 * @returns {ReturnType<typeof longestChain>[]}
 */
export function longestChainChunk(argLists) {
  return argLists.map((args) => longestChain(...args));
}
