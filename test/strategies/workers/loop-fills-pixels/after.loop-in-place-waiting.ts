import { availableParallelism } from 'node:os';
import { fractalThreads } from './before.fractal.threads.ts';

/** How soon each point of a picture escapes, in shades of three colours. */
export function fractal(width: number, height: number, limit: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  pixels.fill(255);
  fractalOnThreads(height, width, limit, pixels);
  return pixels;
}

/** The work of `for (let y = 0; y < height; y++)`, done by several threads while the caller waits. */
function fractalOnThreads(height: number, width: number, limit: number, pixels: Uint8ClampedArray): void {
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
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let y = 0; y < height; y++), iterations from ${at * partLength} on`;
  fractalThreads.run(url, fractalChunk, tasks, name);
  pixels.set(sharedPixels);
}

/** A part of it, as each thread does it. */
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
