import { availableParallelism } from 'node:os';
import { sequencesLongestThreads } from './before.sequences-longest.threads.ts';

export class Sequences {
  static longest(limit: number): number {
    return sequencesLongest(limit);
  }
}

/** The work of `Sequences.longest`. */
function sequencesLongest(limit: number): number {
  let best = 0;
  for (const value of sequencesLongestOnThreads(limit)) {
    if (value > best) best = value;
  }
  return best;
}

/** The work of `for (let start = 1; start < limit; st...`, done by several threads while the caller waits. */
function sequencesLongestOnThreads(limit: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((limit - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof sequencesLongestChunk>[0][] = [];
  for (let start = 1; start < limit; start += partLength) {
    tasks.push({ start2: start, end: Math.min(start + partLength, limit) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let start = 1; start < limit; st..., iterations from ${1 + at * partLength} on`;
  return ([] as number[]).concat(...sequencesLongestThreads.run(url, sequencesLongestChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function sequencesLongestChunk({ start2, end }: { start2: number; end: number }): number[] {
  let best = 0;
  for (let start = start2; start < end; start++) {
    let n = start;
    let steps = 1;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    if (steps > best) best = steps;
  }
  return [best];
}
