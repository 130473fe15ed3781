import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

interface Best {
  readonly score: number;
  readonly at: number;
}

export function heaviestRow(rows: number[][], limit: number): Best {
  let best = limit;
  let at = -1;
  let seen = 0;
  rows.forEach((row) => {
    let score = 0;
    for (const x of row) score += Math.sqrt(x * x + row.length);
    if (score > best) {
      best = score;
      at = seen;
    }
    seen++;
  });
  return { score: best, at };
}

let heaviestRowPool: Piscina | undefined;

/** Like `heaviestRow`, with `rows.forEach(…)` spread over worker threads. What they give is put together in order. */
export async function heaviestRowParallel(rows: number[][], limit: number): Promise<Best> {
  let best = limit;
  let at = -1;
  let seen = 0;
  (await heaviestRowInWorkers(rows)).forEach((score) => {
    if (score > best) {
      best = score;
      at = seen;
    }
    seen++;
  });
  return { score: best, at };
}

async function heaviestRowInWorkers(rows: readonly number[][]): Promise<number[]> {
  const pool = (heaviestRowPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(rows.length / (4 * availableParallelism()));
  const tasks: number[][][] = [];
  for (let start = 0; start < rows.length; start += partLength) {
    tasks.push(rows.slice(start, start + partLength));
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
    parts.push(heaviestRowChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(rows.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `heaviestRowParallel`. */
export function heaviestRowChunk(rows: number[][]): number[] {
  return rows.map((row) => {
    let score = 0;
    for (const x of row) score += Math.sqrt(x * x + row.length);
    return score;
  });
}
