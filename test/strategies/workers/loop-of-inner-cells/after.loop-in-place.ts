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

/** Like `heatStep`, with the work of `for (let y = 1; y < height - 1; y++)` spread over worker threads, which fill `next` in memory that they share. */
export async function heatStepParallel(cells: Float64Array, width: number, height: number, flow: number): Promise<Float64Array> {
  const next = new Float64Array(cells.length);
  await heatStepInWorkers(height, width, cells, next, flow);
  return next;
}

async function heatStepInWorkers(height: number, width: number, cells: Float64Array, next: Float64Array, flow: number): Promise<void> {
  const pool = (heatStepPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedCells = sharedFloat64Array(cells);
  const sharedNext = sharedFloat64Array(next);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((height - 1 - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof heatStepChunk>[0][] = [];
  for (let start = 1; start < height - 1; start += partLength) {
    tasks.push({
      width,
      cells: sharedCells,
      next: sharedNext,
      flow,
      start,
      end: Math.min(start + partLength, height - 1),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done again in this thread, it throws what the original throws.
    heatStepChunk(task);
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 1 + index * partLength;
    const next2 = iteration + partLength;
    const isFine = () => pool.run({
          width,
          cells: sharedCells,
          next: sharedNext,
          flow,
          start: iteration,
          end: Math.min(iteration + 1, height - 1),
        }, { filename }).then(() => true, () => false);
    while (iteration < next2 && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next2 ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  next.set(sharedNext);
}

/** What one worker does at a time for `heatStepParallel`: it fills its part of `next`. */
export function heatStepChunk({ width, cells, next, flow, start, end }: {
  width: number;
  cells: Float64Array;
  next: Float64Array;
  flow: number;
  start: number;
  end: number;
}): void {
  for (let y = start; y < end; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around = cells[at - 1]! + cells[at + 1]! + cells[at - width]! + cells[at + width]!;
      next[at] = cells[at]! + flow * (around - 4 * cells[at]!);
    }
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
