import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function describeAll(values: number[], digits: number) {
  const described = values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
  return described;
}

let describeAllPool: Piscina | undefined;

/** Like `describeAll`, with `values.map(…)` spread over worker threads. The results keep their order. */
export async function describeAllParallel(values: number[], digits: number) {
  const described = await describeAllInWorkers(values, digits);
  return described;
}

async function describeAllInWorkers(values: readonly number[], digits: number): Promise<{ text: string; parts: number[] }[]> {
  const pool = (describeAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(values.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof describeAllChunk>[0][] = [];
  for (let start = 0; start < values.length; start += partLength) {
    tasks.push({ values: values.slice(start, start + partLength), digits });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: { text: string; parts: number[] }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(describeAllChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ values: values.slice(element, element + 1), digits }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { text: string; parts: number[] }[]).concat(...parts);
}

/** What one worker does at a time for `describeAllParallel`. */
export function describeAllChunk({ values, digits }: { values: number[]; digits: number }): { text: string; parts: number[] }[] {
  return values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
}
