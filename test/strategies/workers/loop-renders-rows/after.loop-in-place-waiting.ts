import { availableParallelism } from 'node:os';
import { renderThreads } from './before.render.threads.ts';

export function render(width: number, height: number, limit: number): Uint16Array {
  const image = new Uint16Array(width * height);
  renderOnThreads(height, width, limit, image);
  return image;
}

/** The work of `for (let y = 0; y < height; y++)`, done by several threads while the caller waits. */
function renderOnThreads(height: number, width: number, limit: number, image: Uint16Array): void {
  const sharedImage = sharedUint16Array(image);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(height / (4 * availableParallelism())));
  const tasks: Parameters<typeof renderChunk>[0][] = [];
  for (let start = 0; start < height; start += partLength) {
    tasks.push({
      height,
      width,
      limit,
      image: sharedImage,
      start,
      end: Math.min(start + partLength, height),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let y = 0; y < height; y++), iterations from ${at * partLength} on`;
  renderThreads.run(url, renderChunk, tasks, name);
  image.set(sharedImage);
}

/** A part of it, as each thread does it. */
export function renderChunk({ height, width, limit, image, start, end }: {
  height: number;
  width: number;
  limit: number;
  image: Uint16Array;
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
      image[y * width + x] = steps;
    }
  }
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedUint16Array(values: Uint16Array): Uint16Array {
  if (!(values instanceof Uint16Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Uint16Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
