import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const views: Float64Array[] = [];

function remember(values: Float64Array, at: number): number {
  return values.byteOffset + at + views.length;
}

export function places(values: Float64Array): Float64Array {
  return values.map((value, at) => value + remember(values, at));
}

let placesPool: Piscina | undefined;

/** Calls `places` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function placesMany(argLists: readonly Parameters<typeof places>[]): Promise<ReturnType<typeof places>[]> {
  const pool = (placesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A copy of what extends such a class, as a Buffer does, is no longer of its own class.
  if (argLists.some((args) => args[0] instanceof Float64Array && args[0].constructor !== Float64Array)) return argLists.map((args) => places(...args));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof places>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof places>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(placesChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof places>[]).concat(...parts);
}

/** What one worker does at a time for `placesMany`. */
export function placesChunk(argLists: Parameters<typeof places>[]): ReturnType<typeof places>[] {
  return argLists.map((args) => places(...args));
}
