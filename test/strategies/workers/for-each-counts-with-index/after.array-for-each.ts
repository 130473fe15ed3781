import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function sumsByDigit(seeds: number[], limit: number): Map<string, number> {
  const digits = new Map<string, number>();
  seeds.forEach((seed, i) => {
    let value = seed + i;
    for (let round = 0; round < limit; round++) value = (value * 1103515245 + 12345) % 2147483648;
    const digit = String(value % 10);
    digits.set(digit, (digits.get(digit) ?? 0) + 1);
  });
  digits.set('of', seeds.length);
  return digits;
}

let sumsByDigitPool: Piscina | undefined;

/** Like `sumsByDigit`, with `seeds.forEach(…)` spread over worker threads. What the parts count is added up. */
export async function sumsByDigitParallel(seeds: number[], limit: number): Promise<Map<string, number>> {
  const digits = new Map<string, number>();
  for (const part of await sumsByDigitInWorkers(seeds, limit)) {
    for (const [key, count] of part) digits.set(key, (digits.get(key) ?? 0) + count);
  }
  digits.set('of', seeds.length);
  return digits;
}

async function sumsByDigitInWorkers(seeds: readonly number[], limit: number): Promise<Map<string, number>[]> {
  const pool = (sumsByDigitPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(seeds.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof sumsByDigitChunk>[0][] = [];
  for (let start = 0; start < seeds.length; start += partLength) {
    tasks.push({ seeds: seeds.slice(start, start + partLength), limit, start });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Map<string, number>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(sumsByDigitChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ seeds: seeds.slice(element, element + 1), limit, start: element }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Map<string, number>[]).concat(...parts);
}

/** What one worker does at a time for `sumsByDigitParallel`. */
export function sumsByDigitChunk({ seeds, limit, start }: { seeds: number[]; limit: number; start: number }): Map<string, number>[] {
  const digits = new Map<string, number>();
  seeds.forEach((seed, i) => {
    let value = seed + (start + i);
    for (let round = 0; round < limit; round++) value = (value * 1103515245 + 12345) % 2147483648;
    const digit = String(value % 10);
    digits.set(digit, (digits.get(digit) ?? 0) + 1);
  });
  return [digits];
}
