import { availableParallelism } from 'node:os';
import { heatStepThreads } from './before.heat-step.threads.ts';

/** One step of heat flowing between the cells of a plate; those at its rim stay as they are. */
export function heatStep(cells: Float64Array, width: number, height: number, flow: number): Float64Array {
  const next = new Float64Array(cells.length);
  heatStepOnThreads(height, width, cells, next, flow);
  return next;
}

/** The work of `for (let y = 1; y < height - 1; y++)`, done by several threads while the caller waits. */
function heatStepOnThreads(height: number, width: number, cells: Float64Array, next: Float64Array, flow: number): void {
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
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let y = 1; y < height - 1; y++), iterations from ${1 + at * partLength} on`;
  heatStepThreads.run(url, heatStepChunk, tasks, name);
  next.set(sharedNext);
}

/** A part of it, as each thread does it. */
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
