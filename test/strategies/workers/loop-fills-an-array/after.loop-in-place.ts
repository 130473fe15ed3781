import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Options {
  rounds: number;
}

function settle(seed: number, rounds: number): number {
  let value = seed;
  for (let round = 0; round < rounds; round++) value = Math.sin(value) + 1;
  return value;
}

/** Settles every seed, weighted by its place. */
export function settleAll(seeds: Float64Array, options: Options): Float64Array {
  const out = new Float64Array(seeds.length);
  for (let i = 0; i < seeds.length; i++) {
    const weight = i + 1;
    out[i] = settle(seeds[i] ?? 0, options.rounds) * weight;
  }
  return out;
}

let settleAllPool: Piscina | undefined;

/** Like `settleAll`, with the work of `for (let i = 0; i < seeds.length; i++)` spread over worker threads, which fill `out` in memory that they share. */
export async function settleAllParallel(seeds: Float64Array, options: Options): Promise<Float64Array> {
  const out = new Float64Array(seeds.length);
  await settleAllInWorkers(seeds, out, options);
  return out;
}

async function settleAllInWorkers(seeds: Float64Array, out: Float64Array, options: Options): Promise<void> {
  const pool = (settleAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedSeeds = sharedFloat64Array(seeds);
  const sharedOut = sharedFloat64Array(out);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(seeds.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof settleAllChunk>[0][] = [];
  for (let start = 0; start < seeds.length; start += partLength) {
    tasks.push({
      seeds: sharedSeeds,
      out: sharedOut,
      options,
      start,
      end: Math.min(start + partLength, seeds.length),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([[options]])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done in this thread, it throws what the original throws.
    settleAllChunk(task);
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          seeds: sharedSeeds,
          out: sharedOut,
          options,
          start: iteration,
          end: Math.min(iteration + 1, seeds.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  out.set(sharedOut);
}

/** What one worker does at a time for `settleAllParallel`: it fills its part of `out`. */
export function settleAllChunk({ seeds, out, options, start, end }: {
  seeds: Float64Array;
  out: Float64Array;
  options: Options;
  start: number;
  end: number;
}): void {
  for (let i = start; i < end; i++) {
    const weight = i + 1;
    out[i] = settle(seeds[i] ?? 0, options.rounds) * weight;
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(lists: readonly (readonly unknown[])[]): boolean {
  const isRecord = (one: unknown) => {
    const record: object = Object(one);
    if (Object.getPrototypeOf(record) !== Object.prototype) return false;
    return Object.getOwnPropertyNames(record).length === Object.keys(record).length;
  };
  return lists.every((list) => Object.getPrototypeOf(Object(list)) === Array.prototype && list.every(isRecord));
}
