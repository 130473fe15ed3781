import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** Shades of gray, and each pixel as opaque as it was. */
export function grayed(pixels: Uint8ClampedArray): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const gray = Math.pow(0.299 * pixels[i]! + 0.587 * pixels[i + 1]! + 0.114 * pixels[i + 2]!, 0.98);
    out[i] = out[i + 1] = out[i + 2] = Math.round(gray);
    out[i + 3] = pixels[i + 3]!;
  }
  return out;
}

let grayedPool: Piscina | undefined;

/** Like `grayed`, with the work of `for (let i = 0; i < pixels.length; i ...` spread over worker threads, which fill `out` in memory that they share. */
export async function grayedParallel(pixels: Uint8ClampedArray): Promise<Uint8ClampedArray> {
  const out = new Uint8ClampedArray(pixels.length);
  await grayedInWorkers(pixels, out);
  return out;
}

async function grayedInWorkers(pixels: Uint8ClampedArray, out: Uint8ClampedArray): Promise<void> {
  const pool = (grayedPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
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
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done again in this thread, it throws what the original throws.
    grayedChunk(task);
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * 4 * partLength;
    const next = iteration + 4 * partLength;
    const isFine = () => pool.run({
          pixels: sharedPixels,
          out: sharedOut,
          start: iteration,
          end: Math.min(iteration + 4, pixels.length),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration += 4;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  out.set(sharedOut);
}

/** What one worker does at a time for `grayedParallel`: it fills its part of `out`. */
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
