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

/** Like `inside`, with the work of `for (let trial = 0; trial < trials; t...` spread over worker threads. What the parts count is added up. */
export async function insideParallel(trials: number, samples: number): Promise<number> {
  let count = 0;
  for (const value of await insideInWorkers(trials, samples)) {
    count += value;
  }
  return count;
}

async function insideInWorkers(trials: number, samples: number): Promise<number[]> {
  const pool = (insidePool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(trials / (4 * availableParallelism())));
  const tasks: Parameters<typeof insideChunk>[0][] = [];
  for (let start = 0; start < trials; start += partLength) {
    tasks.push({ samples, start, end: Math.min(start + partLength, trials) });
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
    parts.push(insideChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ samples, start: iteration, end: Math.min(iteration + 1, trials) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `insideParallel`. */
export function insideChunk({ samples, start, end }: { samples: number; start: number; end: number }): number[] {
  let count = 0;
  for (let trial = start; trial < end; trial++) {
    const random = lcg(trial);
    for (let i = 0; i < samples; i++) {
      const x = random();
      if (x * x + random() ** 2 <= 1) count++;
    }
  }
  return [count];
}
