import { availableParallelism } from 'node:os';
import { bestSplitThreads } from './before.best-split.threads.ts';

/** Where to cut the values in two so that the labels on both sides differ most. */
export function bestSplit(values: number[], labels: number[]) {
  let best = { index: -1, score: -Infinity };
  const results = bestSplitOnThreads(values, labels);
  let next = 0;
  for (let i = 1; i < values.length; i++) {
    const score = results[next++] as number;
    if (score > best.score) best = { index: i, score };
  }
  return best;
}

/** The work of `for (let i = 1; i < values.length; i++)`, done by several threads while the caller waits. */
function bestSplitOnThreads(values: number[], labels: number[]): number[] {
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
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 1; i < values.length; i++), iterations from ${1 + at * partLength} on`;
  const results: number[] = [];
  for (const part of bestSplitThreads.run(url, bestSplitChunk, tasks, name)) {
    for (const value of part) results.push(value);
  }
  return results;
}

/** A part of it, as each thread does it. */
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
