import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
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
  const pool = (longestChainPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL('./before.worker.js', import.meta.url).href;
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
    parts.push(longestChainChunk(task));
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
 * What one worker does at a time for `longestChainMany`.
 * @param {Parameters<typeof longestChain>[]} argLists
 * @returns {ReturnType<typeof longestChain>[]}
 */
export function longestChainChunk(argLists) {
  return argLists.map((args) => longestChain(...args));
}
