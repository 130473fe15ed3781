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

/** Like `weights`, with `items.map(…)` spread over worker threads. The results keep their order. */
export async function weightsParallel(items) {
  if (
    items?.constructor !== Array ||
    items.findIndex(
      (item) =>
        Object.getPrototypeOf(item ?? '') !== Object.prototype ||
        typeof item.mass !== 'number' ||
        item.parts?.constructor !== Array ||
        !item.parts.every((value) => typeof value === 'string'),
    ) !== -1
  ) {
    return weights(items);
  }
  return await weightsInWorkers(items);
}

async function weightsInWorkers(items) {
  const pool = (weightsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL('./before.worker.js', import.meta.url).href;
  // Several parts per thread, so that one slow part does not keep all the others waiting, where each has 9 elements: that took about 1 ms.
  const partsPerThread = items.length < 36 * availableParallelism() ? 1 : 4;
  const partLength = Math.ceil(items.length / (partsPerThread * availableParallelism()));
  const tasks = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push(items.slice(start, start + partLength));
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
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(items.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return [].concat(...parts);
}

/** What one worker does at a time for `weightsParallel`. */
export function weightsChunk(items) {
  return items.map((item) => weightOf(item));
}
