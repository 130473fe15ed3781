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

/** Calls `parseRows` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function parseRowsMany(argLists: readonly Parameters<typeof parseRows>[]): Promise<ReturnType<typeof parseRows>[]> {
  const pool = (parseRowsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof parseRows>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof parseRows>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(parseRowsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof parseRows>[]).concat(...parts);
}

/** What one worker does at a time for `parseRowsMany`. */
export function parseRowsChunk(argLists: Parameters<typeof parseRows>[]): ReturnType<typeof parseRows>[] {
  return argLists.map((args) => parseRows(...args));
}
