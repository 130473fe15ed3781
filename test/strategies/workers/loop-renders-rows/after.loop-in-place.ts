import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function render(width: number, height: number, limit: number): Uint16Array {
  const image = new Uint16Array(width * height);
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
      image[y * width + x] = steps;
    }
  }
  return image;
}

let renderPool: Piscina | undefined;

/** Like `render`, with the work of `for (let y = 0; y < height; y++)` spread over worker threads, which fill `image` in memory that they share. */
export async function renderParallel(width: number, height: number, limit: number): Promise<Uint16Array> {
  const image = new Uint16Array(width * height);
  await renderInWorkers(height, width, limit, image);
  return image;
}

async function renderInWorkers(height: number, width: number, limit: number, image: Uint16Array): Promise<void> {
  const pool = (renderPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
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
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') continue;
    // Done again in this thread, it throws what the original throws.
    renderChunk(task);
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({
          height,
          width,
          limit,
          image: sharedImage,
          start: iteration,
          end: Math.min(iteration + 1, height),
        }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  image.set(sharedImage);
}

/** What one worker does at a time for `renderParallel`: it fills its part of `image`. */
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
