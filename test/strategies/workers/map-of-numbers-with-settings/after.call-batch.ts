import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** The yearly rate at which each loan is paid back in time. */
export function ratesOf(payments: readonly number[], principal: number, unit: string): number[] {
  if (principal <= 0) return [];
  const months = unit === 'years' ? 12 : 1;
  return payments.map((payment) => {
    if (payment < 0) throw new RangeError(`a payment of ${payment}`);
    let rate = 0.1;
    for (let round = 0; round < 40; round++) {
      const factor = (1 + rate) ** (-months * 10);
      rate = Math.max(1e-9, rate - (principal * rate - payment * (1 - factor)) / principal);
    }
    return rate;
  });
}

let ratesOfPool: Piscina | undefined;

/** Calls `ratesOf` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function ratesOfMany(argLists: readonly Parameters<typeof ratesOf>[]): Promise<ReturnType<typeof ratesOf>[]> {
  const pool = (ratesOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof ratesOf>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof ratesOf>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(ratesOfChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof ratesOf>[]).concat(...parts);
}

/** What one worker does at a time for `ratesOfMany`. */
export function ratesOfChunk(argLists: Parameters<typeof ratesOf>[]): ReturnType<typeof ratesOf>[] {
  return argLists.map((args) => ratesOf(...args));
}
