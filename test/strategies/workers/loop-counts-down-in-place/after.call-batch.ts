import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Where each value ends, the last one first. */
export function endsOf(values: Float64Array): Float64Array {
  const ends = new Float64Array(values.length);
  for (let i = values.length - 1; i >= 0; i--) {
    let end = values[i] ?? 0;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5) + i / 100;
    ends[i] = end;
  }
  return ends;
}

let endsOfPool: Piscina | undefined;

/** Calls `endsOf` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function endsOfMany(argLists: readonly Parameters<typeof endsOf>[]): Promise<ReturnType<typeof endsOf>[]> {
  const pool = (endsOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof endsOf>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof endsOf>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(endsOfChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof endsOf>[]).concat(...parts);
}

/** What one worker does at a time for `endsOfMany`. */
export function endsOfChunk(argLists: Parameters<typeof endsOf>[]): ReturnType<typeof endsOf>[] {
  return argLists.map((args) => endsOf(...args));
}
