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

/** Like `render`, with the work of `for (let y = 0; y < height; y++)` spread over worker threads. The results keep their order. */
export async function renderParallel(width: number, height: number, limit: number): Promise<Uint16Array> {
  const image = new Uint16Array(width * height);
  const results = await renderInWorkers(height, width, limit);
  let next2 = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      image[y * width + x] = results[next2++] as number;
    }
  }
  return image;
}

async function renderInWorkers(height: number, width: number, limit: number): Promise<number[]> {
  const pool = (renderPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(height / (4 * availableParallelism())));
  const tasks: Parameters<typeof renderChunk>[0][] = [];
  for (let start = 0; start < height; start += partLength) {
    tasks.push({ height, width, limit, start, end: Math.min(start + partLength, height) });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(renderChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ height, width, limit, start: iteration, end: Math.min(iteration + 1, height) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `renderParallel`. */
export function renderChunk({ height, width, limit, start, end }: {
  height: number;
  width: number;
  limit: number;
  start: number;
  end: number;
}): number[] {
  const results: number[] = [];
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
      results.push(steps);
    }
  }
  return results;
}
