import { availableParallelism } from 'node:os';
import { farthestThreads } from './before.farthest.threads.ts';

export function farthest(values: readonly number[], more: readonly number[], least: number): number {
  let worst = -1;
  for (const value of farthestOnThreads(values, more, least)) {
    worst = Math.max(worst, value);
  }
  return worst;
}

/** The work of `for (const a of values)`, done by several threads while the caller waits. */
function farthestOnThreads(values: readonly number[], more: readonly number[], least: number): number[] {
  const sharedMore = shared(more);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof farthestChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: shared(values.slice(start, start + partLength)),
      more: sharedMore,
      least,
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (const a of values), iterations from ${at * partLength} on`;
  return ([] as number[]).concat(...farthestThreads.run(url, farthestChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function farthestChunk({ values, more, least }: {
  values: ReturnType<typeof shared>;
  more: ReturnType<typeof shared>;
  least: number;
}): number[] {
  let worst = -1;
  for (const a of values) {
    for (const b of more) {
      const spread = Math.abs(Math.sin(a) - Math.sin(b)) * least;
      worst = Math.max(worst, spread);
    }
  }
  return [worst];
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}
