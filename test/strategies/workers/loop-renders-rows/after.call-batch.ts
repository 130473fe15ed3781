import { availableParallelism } from 'node:os';
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

/** Calls `render` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function renderMany(argLists: readonly Parameters<typeof render>[]): Promise<ReturnType<typeof render>[]> {
  const pool = (renderPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts: Promise<ReturnType<typeof render>[]>[] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/** What one worker does at a time for `renderMany`. */
export function renderChunk(argLists: Parameters<typeof render>[]): ReturnType<typeof render>[] {
  return argLists.map((args) => render(...args));
}
