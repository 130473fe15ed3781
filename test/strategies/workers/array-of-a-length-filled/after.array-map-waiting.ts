import { availableParallelism } from 'node:os';
import { walksThreads } from './before.walks.threads.ts';

function walk(seed: number, steps: number): number {
  let state = seed + 1;
  let place = 0;
  for (let step = 0; step < steps; step++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    place += state / 0x7fffffff - 0.5;
  }
  return place;
}

/** Where random walks end. */
export function walks(count: number, steps: number): number[] {
  return walksOnThreads(new Array(count).fill(0).map((_, run) => run), steps);
}

/** The work of `new Array(count).fill(0).map((_, run)....map(…)`, done by several threads while the caller waits. */
function walksOnThreads(items: readonly number[], steps: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof walksChunk>[0][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push({ items: shared(items.slice(start, start + partLength)), steps });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `new Array(count).fill(0).map((_, run)....map(…), elements from ${at * partLength} on`;
  return ([] as number[]).concat(...walksThreads.run(url, walksChunk, tasks, name).map(plain));
}

/** A part of it, as each thread does it. */
export function walksChunk({ items, steps }: { items: ReturnType<typeof shared>; steps: number }): ReturnType<typeof shared> {
  return shared(plain(items).map((run) => walk(run, steps)));
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

/** Such numbers as an array again. */
function plain(values: ReturnType<typeof shared>): number[] {
  return Array.isArray(values) ? values : Array.from(values);
}
