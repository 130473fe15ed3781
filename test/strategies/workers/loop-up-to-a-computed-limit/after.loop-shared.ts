import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function smoothness(values: readonly number[], at: number, reach: number): number {
  let sum = 0;
  for (let k = 1; k <= reach; k++) sum += Math.sqrt(Math.abs(values[at + k]! - values[at]!) / k);
  return sum;
}

/** How much each value differs from those after it, as far as there are enough of them. */
export function roughness(values: readonly number[], reach: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < values.length - 2 * reach; i++) out.push(smoothness(values, i, reach));
  return out;
}

let roughnessPool: Piscina | undefined;

/** Like `roughness`, with the work of `for (let i = 0; i < values.length - 2...` spread over worker threads. The results keep their order. */
export async function roughnessParallel(values: readonly number[], reach: number): Promise<number[]> {
  const out: number[] = [];
  for (const part of await roughnessInWorkers(values, reach)) {
    for (const value of part) out.push(value);
  }
  return out;
}

async function roughnessInWorkers(values: readonly number[], reach: number): Promise<ReturnType<typeof shared>[]> {
  const pool = (roughnessPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil((values.length - 2 * reach) / (4 * availableParallelism())));
  const tasks: Parameters<typeof roughnessChunk>[0][] = [];
  for (let start = 0; start < (values.length - 2 * reach); start += partLength) {
    tasks.push({
      values,
      reach,
      start,
      end: Math.min(start + partLength, (values.length - 2 * reach)),
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
    parts.push(roughnessChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values,
          reach,
          start: iteration,
          end: Math.min(iteration + 1, (values.length - 2 * reach)),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `roughnessParallel`. */
export function roughnessChunk({ values, reach, start, end }: {
  values: readonly number[];
  reach: number;
  start: number;
  end: number;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = start; i < end; i++) results.push(smoothness(values, i, reach));
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
