import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { settleIntoThreads } from './before.settle-into.threads.ts';

function settle(value: number): number {
  if (value > 200) throw new RangeError(`too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 20; round++) settled = Math.sqrt(settled + round);
  return settled;
}

/** What the caller wants it in; how many pixels there were. */
export function settleInto(target: Uint8ClampedArray, source: Uint8ClampedArray, width: number): number {
  let pixels = 0;
  settleIntoOnThreads(source, target, width);
  pixels += source.length / 4;
  return pixels;
}

/** The work of `for (let at = 0; at < source.length; ...`, done by several threads while the caller waits. */
function settleIntoOnThreads(source: Uint8ClampedArray, target: Uint8ClampedArray, width: number): void {
  if (
    !((target as unknown) instanceof Uint8ClampedArray)
    || target.buffer === source.buffer
    || target.buffer instanceof SharedArrayBuffer
  ) {
    // Iterations may change what others use: one thread does it all.
    settleIntoChunk({ source, target, width, start: 0, end: source.length });
    return;
  }
  const sharedSource = sharedUint8ClampedArray(source);
  const sharedTarget = copiedUint8ClampedArray(target);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(source.length / 4 / (4 * availableParallelism()));
  const tasks: Parameters<typeof settleIntoChunk>[0][] = [];
  for (let start = 0; start < source.length; start += 4 * partLength) {
    tasks.push({
      source: sharedSource,
      target: sharedTarget,
      width,
      start,
      end: Math.min(start + 4 * partLength, source.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let at = 0; at < source.length; ..., iterations from ${at * 4 * partLength} on`;
  const { isDone, problem } = settleIntoThreads.run(url, settleIntoChunk, tasks, name);
  if (!isDone) {
    // What is done in part cannot be done again: all is, on what no thread has changed.
    settleIntoChunk({ source, target, width, start: 0, end: source.length });
    if (problem !== undefined) emitWarning(problem);
    return;
  }
  target.set(sharedTarget);
}

/** A part of it, as each thread does it. */
export function settleIntoChunk({ source, target, width, start, end }: {
  source: Uint8ClampedArray;
  target: Uint8ClampedArray;
  width: number;
  start: number;
  end: number;
}): void {
  for (let at = start; at < end; at += 4) {
    target[at] = settle(source[at]!) * 30;
    target[at + 1] = target[at]! + source[at + 1]!;
    target[at + 2] = width;
  }
}

/** A copy in memory that all threads see. */
function copiedUint8ClampedArray(values: Uint8ClampedArray): Uint8ClampedArray {
  const copy = new Uint8ClampedArray(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedUint8ClampedArray(values: Uint8ClampedArray): Uint8ClampedArray {
  if (!(values instanceof Uint8ClampedArray) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Uint8ClampedArray(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
