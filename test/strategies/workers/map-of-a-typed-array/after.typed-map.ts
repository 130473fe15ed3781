import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Brightness as a screen shows it. */
export function corrected(values: Float64Array, gamma: number): Float64Array {
  const scaled = values.map((value, at) => Math.pow(value, 1 / gamma) * (at % 2 === 0 ? 1 : 0.5));
  return scaled;
}

let correctedPool: Piscina | undefined;

/** Like `corrected`, with `values.map(…)` spread over worker threads. The results keep their order. */
export async function correctedParallel(values: Float64Array, gamma: number): Promise<Float64Array> {
  const scaled = await correctedInWorkers(values, gamma);
  return scaled;
}

async function correctedInWorkers(values: Float64Array, gamma: number): Promise<Float64Array> {
  const pool = (correctedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // What is no plain Float64Array gives another one of its own kind.
  if (values.constructor !== Float64Array) return correctedChunk({ values, gamma, start: 0, end: values.length });
  const sharedValues = sharedFloat64Array(values);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof correctedChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: sharedValues,
      gamma,
      start,
      end: Math.min(start + partLength, values.length),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Float64Array[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(correctedChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({
          values: sharedValues,
          gamma,
          start: element,
          end: Math.min(element + 1, values.length),
        }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results = new Float64Array(values.length);
  for (const [index, part] of parts.entries()) results.set(part, index * partLength);
  return results;
}

/** What one worker does at a time for `correctedParallel`. */
export function correctedChunk({ values, gamma, start, end }: {
  values: Float64Array;
  gamma: number;
  start: number;
  end: number;
}): Float64Array {
  return values.subarray(start, end).map((value, at) => Math.pow(value, 1 / gamma) * ((start + at) % 2 === 0 ? 1 : 0.5));
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
