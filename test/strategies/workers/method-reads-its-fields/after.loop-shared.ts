import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

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

  /** Like `project`, with its work spread over worker threads. */
  async projectParallel(values: readonly number[], scale: number): Promise<number[]> {
    return projectorProjectParallel(values, scale, this.scale, this.steps, this.rates);
  }
}

/** The work of `Projector.project`. */
function projectorProject(values: readonly number[], scale: number, ownScale: number, steps: number, rates: readonly number[]): number[] {
  const grown: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let value = values[i]! * ownScale;
    for (let step = 0; step < steps; step++) value += value * rates[step % rates.length]! * scale;
    if (value > 1e300) throw new RangeError(`out of range after ${steps} steps`);
    grown.push(value);
  }
  return grown;
}

let projectorProjectPool: Piscina | undefined;

/** Like `projectorProject`, with the work of `for (let i = 0; i < values.length; i++)` spread over worker threads. The results keep their order. */
async function projectorProjectParallel(values: readonly number[], scale: number, ownScale: number, steps: number, rates: readonly number[]): Promise<number[]> {
  const grown: number[] = [];
  for (const part of await projectorProjectInWorkers(values, ownScale, steps, rates, scale)) {
    for (const value2 of part) grown.push(value2);
  }
  return grown;
}

async function projectorProjectInWorkers(values: readonly number[], ownScale: number, steps: number, rates: readonly number[], scale: number): Promise<ReturnType<typeof shared>[]> {
  const pool = (projectorProjectPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
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
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(projectorProjectChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: shared(values.slice(iteration, iteration + 1)),
          ownScale,
          steps,
          rates: sharedRates,
          scale,
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `projectorProjectParallel`. */
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
