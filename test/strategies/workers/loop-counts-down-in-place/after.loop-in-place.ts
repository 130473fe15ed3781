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

/** Like `endsOf`, with the work of `for (let at = 0; at < values.length; ...` spread over worker threads, which fill `ends` in memory that they share. */
export async function endsOfParallel(values: Float64Array): Promise<Float64Array> {
  const ends = new Float64Array(values.length);
  await endsOfInWorkers(values, ends);
  return ends;
}

async function endsOfInWorkers(values: Float64Array, ends: Float64Array): Promise<void> {
  const pool = (endsOfPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedValues = sharedFloat64Array(values);
  const sharedEnds = sharedFloat64Array(ends);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof endsOfChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: sharedValues,
      ends: sharedEnds,
      start,
      end2: Math.min(start + partLength, values.length),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done again in this thread, it throws what the original throws.
    endsOfChunk(task);
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: sharedValues,
          ends: sharedEnds,
          start: iteration,
          end2: Math.min(iteration + 1, values.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  ends.set(sharedEnds);
}

/** What one worker does at a time for `endsOfParallel`: it fills its part of `ends`. */
export function endsOfChunk({ values, ends, start, end2 }: {
  values: Float64Array;
  ends: Float64Array;
  start: number;
  end2: number;
}): void {
  for (let at = start; at < end2; at++) {
    const i = values.length - 1 - at;
    let end = values[i] ?? 0;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5) + i / 100;
    ends[i] = end;
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
