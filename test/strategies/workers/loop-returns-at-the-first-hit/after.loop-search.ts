import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function firstDear(from: number, most: number, limit: number): string {
  for (let i = 0; i < most; i++) {
    if ((from + i) % 7 === 3) continue;
    let sum = 0;
    for (let k = 1; k < 50; k++) {
      if (k % 5 === 0) continue;
      sum += Math.sqrt(from + i + k) / k;
    }
    if (sum < 0) throw new RangeError(`negative at ${i}`);
    if (sum > limit) return `number ${i}`;
  }
  return 'none';
}

let firstDearPool: Piscina | undefined;

/** Like `firstDear`, with `for (let i = 0; i < most; i++)` spread over worker threads. It stops at the first part that has a hit. */
export async function firstDearParallel(from: number, most: number, limit: number): Promise<string> {
  const i = await firstDearInWorkers(most, from, limit);
  if (i !== -1) return `number ${i}`;
  return 'none';
}

async function firstDearInWorkers(most: number, from: number, limit: number): Promise<number> {
  const pool = (firstDearPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.max(1, Math.ceil(most / (4 * threads)));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < most) {
    const tasks: Parameters<typeof firstDearChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ from, limit, start: at, end: Math.min(at + partLength, most) });
    }
    const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done again in this thread, what failed throws what the original throws.
      const found = part?.status !== 'fulfilled' ? firstDearChunk(task) : part.value;
      if (part?.status !== 'fulfilled') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
        let iteration = start + index * partLength;
        const next = iteration + partLength;
        const isFine = () => pool.run({ from, limit, start: iteration, end: Math.min(iteration + 1, most) }, { filename }).then(() => true, () => false);
        while (iteration < next && (await isFine())) iteration++;
        emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
      }
      if (found !== -1) return found;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return -1;
}

/** What one worker does at a time for `firstDearParallel`: the first iteration that fits, or -1. */
export function firstDearChunk({ from, limit, start, end }: { from: number; limit: number; start: number; end: number }): number {
  for (let i = start; i < end; i++) {
    if ((from + i) % 7 === 3) continue;
    let sum = 0;
    for (let k = 1; k < 50; k++) {
      if (k % 5 === 0) continue;
      sum += Math.sqrt(from + i + k) / k;
    }
    if (sum < 0) throw new RangeError(`negative at ${i}`);
    if (sum > limit) return i;
  }
  return -1;
}
