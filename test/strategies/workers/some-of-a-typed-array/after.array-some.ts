import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}

export function hasPrimeAbove(values: Uint32Array, least: number): boolean {
  return values.some((value) => value > least && isPrime(value));
}

let hasPrimeAbovePool: Piscina | undefined;

/** Like `hasPrimeAbove`, with `[...values].some(…)` spread over worker threads. It stops at the first part that settles the answer. */
export async function hasPrimeAboveParallel(values: Uint32Array, least: number): Promise<boolean> {
  return await hasPrimeAboveInWorkers([...values], least);
}

async function hasPrimeAboveInWorkers(items: readonly number[], least: number): Promise<boolean> {
  const pool = (hasPrimeAbovePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(items.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < items.length) {
    const tasks: Parameters<typeof hasPrimeAboveChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ items: items.slice(at, at + partLength), least });
    }
    const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done again in this thread, what failed throws what the original throws.
      const found = part?.status !== 'fulfilled' ? hasPrimeAboveChunk(task) : part.value;
      if (part?.status !== 'fulfilled') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
        let element = start + index * partLength;
        const next = element + partLength;
        const isFine = () => pool.run({ items: items.slice(element, element + 1), least }, { filename }).then(() => true, () => false);
        while (element < next && (await isFine())) element++;
        emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
      }
      if (found) return true;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return false;
}

/** What one worker does at a time for `hasPrimeAboveParallel`. */
export function hasPrimeAboveChunk({ items, least }: { items: number[]; least: number }): boolean {
  return items.some((value) => value > least && isPrime(value));
}
