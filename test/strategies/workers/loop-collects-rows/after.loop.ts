import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Row {
  id: number;
  label: string;
}

export function table(count: number, prefix: string): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    let label = prefix;
    for (let k = 0; k < i % 5; k++) label += String(k);
    const row = { id: i, label };
    rows.push(row);
  }
  return rows;
}

let tablePool: Piscina | undefined;

/** Like `table`, with the work of `for (let i = 0; i < count; i++)` spread over worker threads. The results keep their order. */
export async function tableParallel(count: number, prefix: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const value of await tableInWorkers(count, prefix)) {
    rows.push(value);
  }
  return rows;
}

async function tableInWorkers(count: number, prefix: string): Promise<Row[]> {
  const pool = (tablePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(count / (4 * availableParallelism())));
  const tasks: Parameters<typeof tableChunk>[0][] = [];
  for (let start = 0; start < count; start += partLength) {
    tasks.push({ prefix, start, end: Math.min(start + partLength, count) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: Row[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(tableChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ prefix, start: iteration, end: Math.min(iteration + 1, count) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Row[]).concat(...parts);
}

/** What one worker does at a time for `tableParallel`. */
export function tableChunk({ prefix, start, end }: { prefix: string; start: number; end: number }): Row[] {
  const results: Row[] = [];
  for (let i = start; i < end; i++) {
    let label = prefix;
    for (let k = 0; k < i % 5; k++) label += String(k);
    const row = { id: i, label };
    results.push(row);
  }
  return results;
}
