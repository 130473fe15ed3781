import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function firstCheap(xs: (number | undefined)[]): number {
  const index = xs.findIndex((x) => x === undefined || cost(x) < 8);
  return index < 0 ? xs.length : index;
}

let firstCheapPool: Piscina | undefined;

/** Like `firstCheap`, with `xs.findIndex(…)` spread over worker threads. It stops at the first part that settles the answer. */
export async function firstCheapParallel(xs: (number | undefined)[]): Promise<number> {
  const index = await firstCheapInWorkers(xs);
  return index < 0 ? xs.length : index;
}

async function firstCheapInWorkers(xs: readonly (number | undefined)[]): Promise<number> {
  const pool = (firstCheapPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(xs.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < xs.length) {
    const tasks: ((number | undefined)[])[] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push(xs.slice(at, at + partLength));
    }
    const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done again in this thread, what failed throws what the original throws.
      const found = part?.status !== 'fulfilled' ? firstCheapChunk(task) : part.value;
      if (part?.status !== 'fulfilled') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
        let element = start + index * partLength;
        const next = element + partLength;
        const isFine = () => pool.run(xs.slice(element, element + 1), { filename }).then(() => true, () => false);
        while (element < next && (await isFine())) element++;
        emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
      }
      if (found !== -1) return start + index * partLength + found;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return -1;
}

/** What one worker does at a time for `firstCheapParallel`. */
export function firstCheapChunk(xs: (number | undefined)[]): number {
  return xs.findIndex((x) => x === undefined || cost(x) < 8);
}
