import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function divisors(numbers: number[]): [number, number][] {
  return numbers.flatMap((n) => {
    const found: [number, number][] = [];
    for (let d = 1; d <= n; d++) if (n % d === 0) found.push([n, d]);
    return found;
  });
}

let divisorsPool: Piscina | undefined;

/** Like `divisors`, with `numbers.flatMap(…)` spread over worker threads. The results keep their order. */
export async function divisorsParallel(numbers: number[]): Promise<[number, number][]> {
  return await divisorsInWorkers(numbers);
}

async function divisorsInWorkers(numbers: readonly number[]): Promise<[number, number][]> {
  const pool = (divisorsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(numbers.length / (4 * availableParallelism()));
  const tasks: number[][] = [];
  for (let start = 0; start < numbers.length; start += partLength) {
    tasks.push(numbers.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ([number, number][])[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(divisorsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(numbers.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as [number, number][]).concat(...parts);
}

/** What one worker does at a time for `divisorsParallel`. */
export function divisorsChunk(numbers: number[]): [number, number][] {
  return numbers.flatMap((n) => {
    const found: [number, number][] = [];
    for (let d = 1; d <= n; d++) if (n % d === 0) found.push([n, d]);
    return found;
  });
}
