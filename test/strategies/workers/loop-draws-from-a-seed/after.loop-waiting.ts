import { availableParallelism } from 'node:os';
import { insideThreads } from './before.inside.threads.ts';

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
  for (const value of insideOnThreads(trials, samples)) {
    count += value;
  }
  return count;
}

/** The work of `for (let trial = 0; trial < trials; t...`, done by several threads while the caller waits. */
function insideOnThreads(trials: number, samples: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(trials / (4 * availableParallelism())));
  const tasks: Parameters<typeof insideChunk>[0][] = [];
  for (let start = 0; start < trials; start += partLength) {
    tasks.push({ samples, start, end: Math.min(start + partLength, trials) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let trial = 0; trial < trials; t..., iterations from ${at * partLength} on`;
  return ([] as number[]).concat(...insideThreads.run(url, insideChunk, tasks, name));
}

/** A part of it, as each thread does it. */
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
