import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Cell {
  readonly row: number;
  readonly heat: number;
}

/** How warm the rows are after a while. */
export function heatOfRows(rows: number, steps: number): Cell[] {
  const cells = Array.from({ length: rows }, (_, row) => {
    if (row === 77) throw new RangeError(`no such row: ${row}`);
    let heat = row;
    for (let step = 1; step <= steps; step++) heat = (heat * 7 + step) % 1013;
    return { row, heat };
  });
  return cells.filter(({ heat }) => heat > 3);
}

let heatOfRowsPool: Piscina | undefined;

/** Like `heatOfRows`, with `Array.from({ length: rows }, …)` spread over worker threads. The results keep their order. */
export async function heatOfRowsParallel(rows: number, steps: number): Promise<Cell[]> {
  const cells = await heatOfRowsInWorkers(Array.from({ length: rows }, (_, row) => row), steps);
  return cells.filter(({ heat }) => heat > 3);
}

async function heatOfRowsInWorkers(items: readonly number[], steps: number): Promise<{ row: number; heat: number }[]> {
  const pool = (heatOfRowsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(items.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof heatOfRowsChunk>[0][] = [];
  for (let start = 0; start < items.length; start += partLength) {
    tasks.push({ items: items.slice(start, start + partLength), steps });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: { row: number; heat: number }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(heatOfRowsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ items: items.slice(element, element + 1), steps }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { row: number; heat: number }[]).concat(...parts);
}

/** What one worker does at a time for `heatOfRowsParallel`. */
export function heatOfRowsChunk({ items, steps }: { items: number[]; steps: number }): { row: number; heat: number }[] {
  return items.map((row) => {
    if (row === 77) throw new RangeError(`no such row: ${row}`);
    let heat = row;
    for (let step = 1; step <= steps; step++) heat = (heat * 7 + step) % 1013;
    return { row, heat };
  });
}
