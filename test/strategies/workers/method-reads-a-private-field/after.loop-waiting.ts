import { availableParallelism } from 'node:os';
import { filterRunThreads } from './before.filter-run.threads.ts';

export class Filter {
  readonly #taps: readonly number[];
  #gain = 2;

  constructor(taps: readonly number[]) {
    this.#taps = taps;
  }

  louder(gain: number): this {
    this.#gain = gain;
    return this;
  }

  run(signal: readonly number[]): number[] {
    return filterRun(signal, this.#taps, this.#gain);
  }
}

/** The work of `Filter.run`. */
function filterRun(signal: readonly number[], taps: readonly number[], gain: number): number[] {
  const out: number[] = [];
  for (const part of filterRunOnThreads(signal, taps, gain)) {
    for (const value of part) out.push(value);
  }
  return out;
}

/** The work of `for (let i = 0; i < signal.length; i++)`, done by several threads while the caller waits. */
function filterRunOnThreads(signal: readonly number[], taps: readonly number[], gain: number): ReturnType<typeof shared>[] {
  const sharedSignal = shared(signal);
  const sharedTaps = shared(taps);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(signal.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof filterRunChunk>[0][] = [];
  for (let start = 0; start < signal.length; start += partLength) {
    tasks.push({
      signal: sharedSignal,
      taps: sharedTaps,
      gain,
      start,
      end: Math.min(start + partLength, signal.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < signal.length; i++), iterations from ${at * partLength} on`;
  return filterRunThreads.run(url, filterRunChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function filterRunChunk({ signal, taps, gain, start, end }: {
  signal: ReturnType<typeof shared>;
  taps: ReturnType<typeof shared>;
  gain: number;
  start: number;
  end: number;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = start; i < end; i++) {
    let sum = 0;
    for (let k = 0; k < taps.length && k <= i; k++) sum += taps[k]! * signal[i - k]!;
    results.push(sum * gain);
  }
  return shared(results);
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
