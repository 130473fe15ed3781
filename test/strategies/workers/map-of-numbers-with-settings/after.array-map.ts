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

/** Like `ratesOf`, with `payments.map(…)` spread over worker threads. The results keep their order. */
export async function ratesOfParallel(payments: readonly number[], principal: number, unit: string): Promise<number[]> {
  if (principal <= 0) return [];
  const months = unit === 'years' ? 12 : 1;
  return await ratesOfInWorkers(payments, months, principal);
}

async function ratesOfInWorkers(payments: readonly number[], months: number, principal: number): Promise<number[]> {
  const pool = (ratesOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(payments.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof ratesOfChunk>[0][] = [];
  for (let start = 0; start < payments.length; start += partLength) {
    tasks.push({ payments: payments.slice(start, start + partLength), months, principal });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(ratesOfChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ payments: payments.slice(element, element + 1), months, principal }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `ratesOfParallel`. */
export function ratesOfChunk({ payments, months, principal }: { payments: number[]; months: number; principal: number }): number[] {
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
