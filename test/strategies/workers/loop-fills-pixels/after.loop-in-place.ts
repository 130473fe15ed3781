import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** How soon each point of a picture escapes, in shades of three colours. */
export function fractal(width: number, height: number, limit: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  pixels.fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let re = 0;
      let im = 0;
      let steps = 0;
      while (re * re + im * im < 4 && steps < limit) {
        const next = re * re - im * im + (x / width) * 3 - 2;
        im = 2 * re * im + (y / height) * 2 - 1;
        re = next;
        steps++;
      }
      const at = (y * width + x) * 4;
      if (steps === limit) continue;
      pixels[at] = steps * 9;
      pixels[at + 1] = steps * 5.5;
      pixels[at + 2] = 255 - steps;
    }
  }
  return pixels;
}

let fractalPool: Piscina | undefined;

/** Like `fractal`, with the work of `for (let y = 0; y < height; y++)` spread over worker threads, which fill `pixels` in memory that they share. */
export async function fractalParallel(width: number, height: number, limit: number): Promise<Uint8ClampedArray> {
  const pixels = new Uint8ClampedArray(width * height * 4);
  pixels.fill(255);
  await fractalInWorkers(height, width, limit, pixels);
  return pixels;
}

async function fractalInWorkers(height: number, width: number, limit: number, pixels: Uint8ClampedArray): Promise<void> {
  const pool = (fractalPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const sharedPixels = sharedUint8ClampedArray(pixels);
  if (!Number.isInteger(width)) {
    // Iterations may set the same elements, and the last one has to be the last.
    fractalChunk({ height, width, limit, pixels: sharedPixels, start: 0, end: height });
    pixels.set(sharedPixels);
    return;
  }
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(height / (4 * availableParallelism())));
  const tasks: Parameters<typeof fractalChunk>[0][] = [];
  for (let start = 0; start < height; start += partLength) {
    tasks.push({
      height,
      width,
      limit,
      pixels: sharedPixels,
      start,
      end: Math.min(start + partLength, height),
    });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done again in this thread, it throws what the original throws.
    fractalChunk(task);
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          height,
          width,
          limit,
          pixels: sharedPixels,
          start: iteration,
          end: Math.min(iteration + 1, height),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  pixels.set(sharedPixels);
}

/** What one worker does at a time for `fractalParallel`: it fills its part of `pixels`. */
export function fractalChunk({ height, width, limit, pixels, start, end }: {
  height: number;
  width: number;
  limit: number;
  pixels: Uint8ClampedArray;
  start: number;
  end: number;
}): void {
  for (let y = start; y < end; y++) {
    for (let x = 0; x < width; x++) {
      let re = 0;
      let im = 0;
      let steps = 0;
      while (re * re + im * im < 4 && steps < limit) {
        const next = re * re - im * im + (x / width) * 3 - 2;
        im = 2 * re * im + (y / height) * 2 - 1;
        re = next;
        steps++;
      }
      const at = (y * width + x) * 4;
      if (steps === limit) continue;
      pixels[at] = steps * 9;
      pixels[at + 1] = steps * 5.5;
      pixels[at + 2] = 255 - steps;
    }
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedUint8ClampedArray(values: Uint8ClampedArray): Uint8ClampedArray {
  if (!(values instanceof Uint8ClampedArray) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Uint8ClampedArray(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
