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
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((values.length - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof bestSplitChunk>[0][] = [];
  for (let start = 1; start < values.length; start += partLength) {
    tasks.push({ values, labels, start, end: Math.min(start + partLength, values.length) });
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
    parts.push(bestSplitChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 1 + index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          values,
          labels,
          start: iteration,
          end: Math.min(iteration + 1, values.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `bestSplitParallel`. */
export function bestSplitChunk({ values, labels, start, end }: {
  values: number[];
  labels: number[];
  start: number;
  end: number;
}): number[] {
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
  return results;
}
