import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const lcg = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
};

/** How many of the points drawn lie in the circle. */
export function inside(trials: number, samples: number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) {
    const random = lcg(trial);
    for (let i = 0; i < samples; i++) {
      const x = random();
      if (x * x + random() ** 2 <= 1) count++;
    }
  }
  return count;
}

let insidePool: Piscina | undefined;

/** Calls `inside` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function insideMany(argLists: readonly Parameters<typeof inside>[]): Promise<ReturnType<typeof inside>[]> {
  const pool = (insidePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof inside>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof inside>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(insideChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof inside>[]).concat(...parts);
}

/** What one worker does at a time for `insideMany`. */
export function insideChunk(argLists: Parameters<typeof inside>[]): ReturnType<typeof inside>[] {
  return argLists.map((args) => inside(...args));
}
