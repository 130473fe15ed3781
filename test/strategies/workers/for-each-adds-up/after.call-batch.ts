import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

/** Fractions, so that it matters in which order they are added. */
export function totalCost(xs: readonly number[], base: number): number {
  let total = base;
  xs.forEach((x) => {
    total += cost(x);
  });
  return total;
}

let totalCostPool: Piscina | undefined;

/** Calls `totalCost` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function totalCostMany(argLists: readonly Parameters<typeof totalCost>[]): Promise<ReturnType<typeof totalCost>[]> {
  const pool = (totalCostPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof totalCost>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof totalCost>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(totalCostChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof totalCost>[]).concat(...parts);
}

/** What one worker does at a time for `totalCostMany`. */
export function totalCostChunk(argLists: Parameters<typeof totalCost>[]): ReturnType<typeof totalCost>[] {
  return argLists.map((args) => totalCost(...args));
}
