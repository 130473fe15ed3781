import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** What is added depends on the sum so far. */
export function damped(xs: readonly number[]): number {
  let total = 0;
  xs.forEach((x) => {
    total += settle(x, total);
  });
  return total;
}

let dampedPool: Piscina | undefined;

/** Calls `damped` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function dampedMany(argLists: readonly Parameters<typeof damped>[]): Promise<ReturnType<typeof damped>[]> {
  const pool = (dampedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof damped>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof damped>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(dampedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof damped>[]).concat(...parts);
}

/** What one worker does at a time for `dampedMany`. */
export function dampedChunk(argLists: Parameters<typeof damped>[]): ReturnType<typeof damped>[] {
  return argLists.map((args) => damped(...args));
}

function settle(x: number, sum: number): number {
  let value = x;
  for (let k = 1; k < 50; k++) value = Math.sqrt(value * value + k) / (1 + sum);
  return value;
}
