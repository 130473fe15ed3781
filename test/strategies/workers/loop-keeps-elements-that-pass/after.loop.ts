import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export interface Part {
  size: number;
}

export function dearParts(parts: Part[], limit: number): Part[] {
  const dear: Part[] = [];
  for (const part of parts) {
    if (cost(part.size) > limit) dear.push(part);
  }
  return dear;
}

let dearPartsPool: Piscina | undefined;

/** Like `dearParts`, with the work of `for (const part of parts)` spread over worker threads. The results keep their order. */
export async function dearPartsParallel(parts: Part[], limit: number): Promise<Part[]> {
  const dear: Part[] = [];
  const results = await dearPartsInWorkers(parts);
  let next = 0;
  for (const part of parts) {
    const value = results[next++] as number;
    if (value > limit) dear.push(part);
  }
  return dear;
}

async function dearPartsInWorkers(parts: Part[]): Promise<number[]> {
  const pool = (dearPartsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(parts.length / (4 * availableParallelism()));
  const tasks: Part[][] = [];
  for (let start = 0; start < parts.length; start += partLength) {
    tasks.push(parts.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(parts)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts2: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts2.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts2.push(dearPartsChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(parts.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts2);
}

/** What one worker does at a time for `dearPartsParallel`. */
export function dearPartsChunk(parts: Part[]): number[] {
  const results: number[] = [];
  for (const part of parts) {
    results.push(cost(part.size));
  }
  return results;
}

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(...values: readonly unknown[]): boolean {
  const all = new Set<object>([values]);
  for (const one of all) {
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer || one instanceof SharedArrayBuffer) continue;
    const prototype = Object.getPrototypeOf(one);
    if (![Object, Array, Map, Set, Date].some((known) => prototype === known.prototype)) return false;
    if (!Array.isArray(one) && Reflect.ownKeys(one).length !== Object.keys(one).length) return false;
    const parts: Iterable<unknown> = one instanceof Map ? [...one.keys(), ...one.values()] : one instanceof Set ? one : Object.values(one);
    for (const part of parts) if (typeof part === 'object' && part !== null) all.add(part);
  }
  return true;
}
