import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const weightOf = (item) => {
  let weight = 0;
  for (let k = 0; k < 300; k++) weight += Math.sqrt(item.mass * k + item.parts.length);
  return weight;
};

// Heavy ones cost more.
export function weights(items) {
  return items.map((item) => weightOf(item));
}

let weightsPool;

/**
 * Calls `weights` for many argument lists at once, on worker threads. The results stand in the order of the lists.
 * @param {Parameters<typeof weights>[]} argLists
 * @returns {Promise<ReturnType<typeof weights>[]>}
 */
export async function weightsMany(argLists) {
  if (
    argLists.some(
      ([items]) =>
        items?.constructor !== Array ||
        items.findIndex(
          (item) =>
            Object.getPrototypeOf(item ?? '') !== Object.prototype ||
            typeof item.mass !== 'number' ||
            item.parts?.constructor !== Array ||
            !item.parts.every((value) => typeof value === 'string'),
        ) !== -1,
    )
  ) {
    return argLists.map((args) => weights(...args));
  }
  const pool = (weightsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
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
    parts.push(weightsChunk(task));
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
 * What one worker does at a time for `weightsMany`.
 * @param {Parameters<typeof weights>[]} argLists
 * @returns {ReturnType<typeof weights>[]}
 */
export function weightsChunk(argLists) {
  return argLists.map((args) => weights(...args));
}
