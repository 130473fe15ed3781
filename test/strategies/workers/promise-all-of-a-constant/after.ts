import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

async function digits(n: number): Promise<number> {
  let sum = 0;
  for (let k = 1; k <= 40; k++) sum += Math.floor(n / k) % 10;
  if (sum > 190) throw new RangeError(`too many: ${n}`);
  return sum;
}

export async function digitSums(numbers: number[]): Promise<number> {
  const pending = numbers.map((n) => digits(n));
  const sums = await Promise.all(pending);
  return Math.max(...sums);
}

let digitSumsPool: Piscina | undefined;

/** Like `digitSums`, with `numbers.map(…)` spread over worker threads. The results keep their order. */
export async function digitSumsParallel(numbers: number[]): Promise<number> {
  const sums = await digitSumsInWorkers(numbers);
  return Math.max(...sums);
}

async function digitSumsInWorkers(numbers: readonly number[]): Promise<number[]> {
  const pool = (digitSumsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
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
    parts.push(await digitSumsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(numbers.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `digitSumsParallel`. */
export async function digitSumsChunk(numbers: number[]): Promise<number[]> {
  return Promise.all(numbers.map((n) => digits(n)));
}
