import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function dearest(xs: number[], limit: number): { at: number; cost: number } {
  let place = -1;
  let price = 0;
  for (let i = 0; i < xs.length; i++) {
    const found = cost(xs[i] ?? 0);
    if (found > limit) {
      place = i;
      price = found;
      break;
    }
  }
  return { at: place, cost: price };
}

let dearestPool: Piscina | undefined;

/** Like `dearest`, with `for (let i = 0; i < xs.length; i++)` spread over worker threads. It stops at the first part that has a hit. */
export async function dearestParallel(xs: number[], limit: number): Promise<{ at: number; cost: number }> {
  let place = -1;
  let price = 0;
  const i = await dearestInWorkers(xs, limit);
  if (i !== -1) {
    const found = cost(xs[i] ?? 0);
    place = i;
    price = found;
  }
  return { at: place, cost: price };
}

async function dearestInWorkers(xs: number[], limit: number): Promise<number> {
  const pool = (dearestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(xs.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < xs.length) {
    const tasks: Parameters<typeof dearestChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ xs: xs.slice(at, at + partLength), limit });
    }
    const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done again in this thread, what failed throws what the original throws.
      const found = part?.status !== 'fulfilled' ? dearestChunk(task) : part.value;
      if (part?.status !== 'fulfilled') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
        let iteration = start + index * partLength;
        const next = iteration + partLength;
        const isFine = () => pool.run({ xs: xs.slice(iteration, iteration + 1), limit }, { filename }).then(() => true, () => false);
        while (iteration < next && (await isFine())) iteration++;
        emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
      }
      if (found !== -1) return start + index * partLength + found;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return -1;
}

/** What one worker does at a time for `dearestParallel`: the first iteration that fits, or -1. */
export function dearestChunk({ xs, limit }: { xs: number[]; limit: number }): number {
  for (let i = 0; i < xs.length; i++) {
    const found = cost(xs[i] ?? 0);
    if (found > limit) return i;
  }
  return -1;
}
