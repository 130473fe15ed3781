import { availableParallelism } from 'node:os';
import { grayedThreads } from './before.grayed.threads.ts';

/** Shades of gray, and each pixel as opaque as it was. */
export function grayed(pixels: Uint8ClampedArray): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels.length);
  grayedOnThreads(pixels, out);
  return out;
}

/** The work of `for (let i = 0; i < pixels.length; i ...`, done by several threads while the caller waits. */
function grayedOnThreads(pixels: Uint8ClampedArray, out: Uint8ClampedArray): void {
  const sharedPixels = sharedUint8ClampedArray(pixels);
  const sharedOut = sharedUint8ClampedArray(out);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(pixels.length / 4 / (4 * availableParallelism()));
  const tasks: Parameters<typeof grayedChunk>[0][] = [];
  for (let start = 0; start < pixels.length; start += 4 * partLength) {
    tasks.push({
      pixels: sharedPixels,
      out: sharedOut,
      start,
      end: Math.min(start + 4 * partLength, pixels.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < pixels.length; i ..., iterations from ${at * 4 * partLength} on`;
  grayedThreads.run(url, grayedChunk, tasks, name);
  out.set(sharedOut);
}

/** A part of it, as each thread does it. */
export function grayedChunk({ pixels, out, start, end }: {
  pixels: Uint8ClampedArray;
  out: Uint8ClampedArray;
  start: number;
  end: number;
}): void {
  for (let i = start; i < end; i += 4) {
    const gray = Math.pow(0.299 * pixels[i]! + 0.587 * pixels[i + 1]! + 0.114 * pixels[i + 2]!, 0.98);
    out[i] = out[i + 1] = out[i + 2] = Math.round(gray);
    out[i + 3] = pixels[i + 3]!;
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedUint8ClampedArray(values: Uint8ClampedArray): Uint8ClampedArray {
  if (!(values instanceof Uint8ClampedArray) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Uint8ClampedArray(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
