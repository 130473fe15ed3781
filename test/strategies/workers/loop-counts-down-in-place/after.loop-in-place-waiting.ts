import { availableParallelism } from 'node:os';
import { endsOfThreads } from './before.ends-of.threads.ts';

/** Where each value ends, the last one first. */
export function endsOf(values: Float64Array): Float64Array {
  const ends = new Float64Array(values.length);
  endsOfOnThreads(values, ends);
  return ends;
}

/** The work of `for (let at = 0; at < values.length; ...`, done by several threads while the caller waits. */
function endsOfOnThreads(values: Float64Array, ends: Float64Array): void {
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
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let at = 0; at < values.length; ..., iterations from ${at * partLength} on`;
  endsOfThreads.run(url, endsOfChunk, tasks, name);
  ends.set(sharedEnds);
}

/** A part of it, as each thread does it. */
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
