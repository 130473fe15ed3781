import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function hasDear(xs: number[], limit: number): boolean {
  return !xs.some((x) => cost(x) > limit);
}

let hasDearPool: Piscina | undefined;

/** Like `hasDear`, with `xs.some(…)` spread over worker threads. It stops at the first part that settles the answer. */
export async function hasDearParallel(xs: number[], limit: number): Promise<boolean> {
  return !(await hasDearInWorkers(xs, limit));
}

async function hasDearInWorkers(xs: readonly number[], limit: number): Promise<boolean> {
  const pool = (hasDearPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(xs.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < xs.length) {
    const tasks: Parameters<typeof hasDearChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ xs: xs.slice(at, at + partLength), limit });
    }
    const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done again in this thread, what failed throws what the original throws.
      const found = part?.status !== 'fulfilled' ? hasDearChunk(task) : part.value;
      if (part?.status !== 'fulfilled') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
        let element = start + index * partLength;
        const next = element + partLength;
        const isFine = () => pool.run({ xs: xs.slice(element, element + 1), limit }, { filename }).then(() => true, () => false);
        while (element < next && (await isFine())) element++;
        emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
      }
      if (found) return true;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return false;
}

/** What one worker does at a time for `hasDearParallel`. */
export function hasDearChunk({ xs, limit }: { xs: number[]; limit: number }): boolean {
  return xs.some((x) => cost(x) > limit);
}
