import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Where to cut the values in two so that the labels on both sides differ most. */
export function bestSplit(values: number[], labels: number[]) {
  let best = { index: -1, score: -Infinity };
  for (let i = 1; i < values.length; i++) {
    let left = 0;
    let right = 0;
    for (let j = 0; j < values.length; j++) {
      if (values[j]! < values[i]!) left += labels[j]!;
      else right += labels[j]!;
    }
    const score = (left * left) / i + (right * right) / (values.length - i);
    if (score > best.score) best = { index: i, score };
  }
  return best;
}

let bestSplitPool: Piscina | undefined;

/** Like `bestSplit`, with the work of `for (let i = 1; i < values.length; i++)` spread over worker threads. The results keep their order. */
export async function bestSplitParallel(values: number[], labels: number[]) {
  let best = { index: -1, score: -Infinity };
  const results = await bestSplitInWorkers(values, labels);
  let next = 0;
  for (let i = 1; i < values.length; i++) {
    const score = results[next++] as number;
    if (score > best.score) best = { index: i, score };
  }
  return best;
}

async function bestSplitInWorkers(values: number[], labels: number[]): Promise<number[]> {
  const pool = (bestSplitPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedValues = shared(values);
  const sharedLabels = shared(labels);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((values.length - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof bestSplitChunk>[0][] = [];
  for (let start = 1; start < values.length; start += partLength) {
    tasks.push({
      values: sharedValues,
      labels: sharedLabels,
      start,
      end: Math.min(start + partLength, values.length),
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
    parts.push(bestSplitChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 1 + index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values: sharedValues,
          labels: sharedLabels,
          start: iteration,
          end: Math.min(iteration + 1, values.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results: number[] = [];
  for (const part of parts) for (const value of part) results.push(value);
  return results;
}

/** What one worker does at a time for `bestSplitParallel`. */
export function bestSplitChunk({ values, labels, start, end }: {
  values: ReturnType<typeof shared>;
  labels: ReturnType<typeof shared>;
  start: number;
  end: number;
}): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let i = start; i < end; i++) {
    let left = 0;
    let right = 0;
    for (let j = 0; j < values.length; j++) {
      if (values[j]! < values[i]!) left += labels[j]!;
      else right += labels[j]!;
    }
    const score = (left * left) / i + (right * right) / (values.length - i);
    results.push(score);
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
