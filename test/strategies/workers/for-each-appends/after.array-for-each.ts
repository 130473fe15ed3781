import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

interface Row {
  readonly name: string;
  readonly value: number;
}

/** Rows of the lines that hold two fields. */
export function parseRows(lines: string[], separator: string): Row[] {
  const rows: Row[] = [];
  lines.forEach((line) => {
    const fields = line.split(separator);
    const [name, value] = fields;
    if (fields.length !== 2 || name === undefined || value === undefined) return;
    rows.push({ name: name.trim(), value: Number(value) });
    if (value.endsWith('*')) rows.push({ name, value: JSON.parse(value.slice(0, -1)) as number });
  });
  return rows;
}

let parseRowsPool: Piscina | undefined;

/** Like `parseRows`, with `lines.forEach(…)` spread over worker threads. The results keep their order. */
export async function parseRowsParallel(lines: string[], separator: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const value of await parseRowsInWorkers(lines, separator)) {
    rows.push(value);
  }
  return rows;
}

async function parseRowsInWorkers(lines: readonly string[], separator: string): Promise<Row[]> {
  const pool = (parseRowsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(lines.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof parseRowsChunk>[0][] = [];
  for (let start = 0; start < lines.length; start += partLength) {
    tasks.push({ lines: lines.slice(start, start + partLength), separator });
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
    parts.push(parseRowsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ lines: lines.slice(element, element + 1), separator }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as Row[]).concat(...parts);
}

/** What one worker does at a time for `parseRowsParallel`. */
export function parseRowsChunk({ lines, separator }: { lines: string[]; separator: string }): Row[] {
  const rows: Row[] = [];
  lines.forEach((line) => {
    const fields = line.split(separator);
    const [name, value] = fields;
    if (fields.length !== 2 || name === undefined || value === undefined) return;
    rows.push({ name: name.trim(), value: Number(value) });
    if (value.endsWith('*')) rows.push({ name, value: JSON.parse(value.slice(0, -1)) as number });
  });
  return rows;
}
