import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function digitSum(n: number): number {
  let sum = 0;
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 10)) sum += rest % 10;
  return sum;
}

export function byDigitSum(numbers: number[]): Map<number, number> {
  const largest = numbers.reduce((best, n) => {
    const sum = digitSum(n);
    const known = best.get(sum);
    best.set(sum, known === undefined ? 1 : Math.max(known, sum) + 1);
    return best;
  }, new Map<number, number>());
  return largest;
}

let byDigitSumPool: Piscina | undefined;

/** Like `byDigitSum`, with `numbers.reduce(…)` spread over worker threads. What they give is put together in order. */
export async function byDigitSumParallel(numbers: number[]): Promise<Map<number, number>> {
  const largest = (await byDigitSumInWorkers(numbers)).reduce((best, sum) => {
    const known = best.get(sum);
    best.set(sum, known === undefined ? 1 : Math.max(known, sum) + 1);
    return best;
  }, new Map<number, number>());
  return largest;
}

async function byDigitSumInWorkers(numbers: readonly number[]): Promise<number[]> {
  const pool = (byDigitSumPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(numbers.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < numbers.length; start += partLength) {
    tasks.push(numbers.slice(start, start + partLength));
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
    parts.push(byDigitSumChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(numbers.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `byDigitSumParallel`. */
export function byDigitSumChunk(numbers: number[]): number[] {
  return numbers.map((n) => {
    const sum = digitSum(n);
    return sum;
  });
}
