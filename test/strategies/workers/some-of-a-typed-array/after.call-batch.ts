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

/** Calls `hasPrimeAbove` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function hasPrimeAboveMany(argLists: readonly Parameters<typeof hasPrimeAbove>[]): Promise<ReturnType<typeof hasPrimeAbove>[]> {
  const pool = (hasPrimeAbovePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A copy of what extends such a class, as a Buffer does, is no longer of its own class.
  if (argLists.some((args) => args[0] instanceof Uint32Array && args[0].constructor !== Uint32Array)) return argLists.map((args) => hasPrimeAbove(...args));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof hasPrimeAbove>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof hasPrimeAbove>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(hasPrimeAboveChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof hasPrimeAbove>[]).concat(...parts);
}

/** What one worker does at a time for `hasPrimeAboveMany`. */
export function hasPrimeAboveChunk(argLists: Parameters<typeof hasPrimeAbove>[]): ReturnType<typeof hasPrimeAbove>[] {
  return argLists.map((args) => hasPrimeAbove(...args));
}
