import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export class Sequences {
  static longest(limit: number): number {
    return sequencesLongest(limit);
  }

  /** Like `longest`, with its work spread over worker threads. */
  static async longestParallel(limit: number): Promise<number> {
    return sequencesLongestParallel(limit);
  }
}

/** The work of `Sequences.longest`. */
function sequencesLongest(limit: number): number {
  let best = 0;
  for (let start = 1; start < limit; start++) {
    let n = start;
    let steps = 1;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    if (steps > best) best = steps;
  }
  return best;
}

let sequencesLongestPool: Piscina | undefined;

/** Like `sequencesLongest`, with the work of `for (let start = 1; start < limit; st...` spread over worker threads. The best of the parts is kept. */
async function sequencesLongestParallel(limit: number): Promise<number> {
  let best = 0;
  for (const value of await sequencesLongestInWorkers(limit)) {
    if (value > best) best = value;
  }
  return best;
}

async function sequencesLongestInWorkers(limit: number): Promise<number[]> {
  const pool = (sequencesLongestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((limit - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof sequencesLongestChunk>[0][] = [];
  for (let start = 1; start < limit; start += partLength) {
    tasks.push({ start2: start, end: Math.min(start + partLength, limit) });
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
    parts.push(sequencesLongestChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = 1 + index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run({ start2: iteration, end: Math.min(iteration + 1, limit) }, { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `sequencesLongestParallel`. */
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
