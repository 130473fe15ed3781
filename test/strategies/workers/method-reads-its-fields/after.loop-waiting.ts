import { availableParallelism } from 'node:os';
import { projectorProjectThreads } from './before.projector-project.threads.ts';

export class Projector {
  private readonly steps: number;

  constructor(
    readonly rates: readonly number[],
    private readonly scale: number,
    steps = 20,
  ) {
    this.steps = steps;
  }

  /** What each value grows to. */
  project(values: readonly number[], scale: number): number[] {
    return projectorProject(values, scale, this.scale, this.steps, this.rates);
  }
}

/** The work of `Projector.project`. */
function projectorProject(values: readonly number[], scale: number, ownScale: number, steps: number, rates: readonly number[]): number[] {
  const grown: number[] = [];
  for (const part of projectorProjectOnThreads(values, ownScale, steps, rates, scale)) {
    for (const value2 of part) grown.push(value2);
  }
  return grown;
}

/** The work of `for (let i = 0; i < values.length; i++)`, done by several threads while the caller waits. */
function projectorProjectOnThreads(values: readonly number[], ownScale: number, steps: number, rates: readonly number[], scale: number): ReturnType<typeof shared>[] {
  const sharedRates = shared(rates);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof projectorProjectChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({
      values: shared(values.slice(start, start + partLength)),
      ownScale,
      steps,
      rates: sharedRates,
      scale,
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < values.length; i++), iterations from ${at * partLength} on`;
  return projectorProjectThreads.run(url, projectorProjectChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function projectorProjectChunk({ values, ownScale, steps, rates, scale }: {
  values: ReturnType<typeof shared>;
  ownScale: number;
  steps: number;
  rates: ReturnType<typeof shared>;
  scale: number;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let value = values[i]! * ownScale;
    for (let step = 0; step < steps; step++) value += value * rates[step % rates.length]! * scale;
    if (value > 1e300) throw new RangeError(`out of range after ${steps} steps`);
    results.push(value);
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
