import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

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

  /** Like `run`, with its work spread over worker threads. */
  async runParallel(signal: readonly number[]): Promise<number[]> {
    return filterRunParallel(signal, this.#taps, this.#gain);
  }
}

/** The work of `Filter.run`. */
function filterRun(signal: readonly number[], taps: readonly number[], gain: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < signal.length; i++) {
    let sum = 0;
    for (let k = 0; k < taps.length && k <= i; k++) sum += taps[k]! * signal[i - k]!;
    out.push(sum * gain);
  }
  return out;
}

let filterRunPool: Piscina | undefined;

/** Like `filterRun`, with the work of `for (let i = 0; i < signal.length; i++)` spread over worker threads. The results keep their order. */
async function filterRunParallel(signal: readonly number[], taps: readonly number[], gain: number): Promise<number[]> {
  const out: number[] = [];
  for (const value of await filterRunInWorkers(signal, taps, gain)) {
    out.push(value);
  }
  return out;
}

async function filterRunInWorkers(signal: readonly number[], taps: readonly number[], gain: number): Promise<number[]> {
  const pool = (filterRunPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(signal.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof filterRunChunk>[0][] = [];
  for (let start = 0; start < signal.length; start += partLength) {
    tasks.push({ signal, taps, gain, start, end: Math.min(start + partLength, signal.length) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(filterRunChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          signal,
          taps,
          gain,
          start: iteration,
          end: Math.min(iteration + 1, signal.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `filterRunParallel`. */
export function filterRunChunk({ signal, taps, gain, start, end }: {
  signal: readonly number[];
  taps: readonly number[];
  gain: number;
  start: number;
  end: number;
}): number[] {
  const results: number[] = [];
  for (let i = start; i < end; i++) {
    let sum = 0;
    for (let k = 0; k < taps.length && k <= i; k++) sum += taps[k]! * signal[i - k]!;
    results.push(sum * gain);
  }
  return results;
}
