import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function farthest(values: readonly number[], more: readonly number[], least: number): number {
  let worst = -1;
  for (const a of values) {
    for (const b of more) {
      const spread = Math.abs(Math.sin(a) - Math.sin(b)) * least;
      worst = Math.max(worst, spread);
    }
  }
  return worst;
}

let farthestPool: Piscina | undefined;

/** Like `farthest`, with the work of `for (const a of values)` spread over worker threads. The best of the parts is kept. */
export async function farthestParallel(values: readonly number[], more: readonly number[], least: number): Promise<number> {
  let worst = -1;
  for (const value of await farthestInWorkers(values, more, least)) {
    worst = Math.max(worst, value);
  }
  return worst;
}

async function farthestInWorkers(values: readonly number[], more: readonly number[], least: number): Promise<number[]> {
  const pool = (farthestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
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
    parts.push(farthestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: shared(values.slice(iteration, iteration + 1)),
          more: sharedMore,
          least,
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `farthestParallel`. */
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
