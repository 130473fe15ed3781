import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** One step of heat flowing between the cells of a plate; those at its rim stay as they are. */
export function heatStep(cells: Float64Array, width: number, height: number, flow: number): Float64Array {
  const next = new Float64Array(cells.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around = cells[at - 1]! + cells[at + 1]! + cells[at - width]! + cells[at + width]!;
      next[at] = cells[at]! + flow * (around - 4 * cells[at]!);
    }
  }
  return next;
}

let heatStepPool: Piscina | undefined;

/** Calls `heatStep` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function heatStepMany(argLists: readonly Parameters<typeof heatStep>[]): Promise<ReturnType<typeof heatStep>[]> {
  const pool = (heatStepPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof heatStep>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof heatStep>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(heatStepChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof heatStep>[]).concat(...parts);
}

/** What one worker does at a time for `heatStepMany`. */
export function heatStepChunk(argLists: Parameters<typeof heatStep>[]): ReturnType<typeof heatStep>[] {
  return argLists.map((args) => heatStep(...args));
}
