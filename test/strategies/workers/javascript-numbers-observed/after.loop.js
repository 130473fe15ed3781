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

/** Like `longestChain`, with the work of `for (let start = 1; start < limit; st...` spread over worker threads. The best of the parts is kept. */
export async function longestChainParallel(limit) {
  if (typeof limit !== 'number') return longestChain(limit);
  let best = 0;
  for (const value of await longestChainInWorkers(limit)) {
    if (value > best) best = value;
  }
  return best;
}

async function longestChainInWorkers(limit) {
  const pool = (longestChainPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL('./before.worker.js', import.meta.url).href;
  // Several parts per thread, so that one slow part does not keep all the others waiting, where each has 9 iterations: that took about 1 ms.
  const partsPerThread = (limit - 1) < 36 * availableParallelism() ? 1 : 4;
  const partLength = Math.ceil((limit - 1) / (partsPerThread * availableParallelism()));
  const tasks = [];
  for (let start = 1; start < limit; start += partLength) {
    tasks.push({ start2: start, end: Math.min(start + partLength, limit) });
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
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 1 + index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ start2: iteration, end: Math.min(iteration + 1, limit) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return [].concat(...parts);
}

/** What one worker does at a time for `longestChainParallel`. */
export function longestChainChunk({ start2, end }) {
  let best = 0;
  for (let start = start2; start < end; start++) {
    let length = 0;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) length++;
    if (length > best) best = length;
  }
  return [best];
}
