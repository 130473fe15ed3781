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
  for (const part of sequencesLongestOnThreads(limit)) {
    for (const steps of part) {
      if (steps > best) best = steps;
    }
  }
  return best;
}

/** The work of `for (let start = 1; start < limit; st...`, done by several threads while the caller waits. */
function sequencesLongestOnThreads(limit: number): ReturnType<typeof shared>[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil((limit - 1) / (4 * availableParallelism()));
  const tasks: Parameters<typeof sequencesLongestChunk>[0][] = [];
  for (let start = 1; start < limit; start += partLength) {
    tasks.push({ start2: start, end: Math.min(start + partLength, limit) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let start = 1; start < limit; st..., iterations from ${1 + at * partLength} on`;
  return sequencesLongestThreads.run(url, sequencesLongestChunk, tasks, name);
}

/** A part of it, as each thread does it. */
export function sequencesLongestChunk({ start2, end }: { start2: number; end: number }): ReturnType<typeof shared> {
  const results: number[] = [];
  for (let start = start2; start < end; start++) {
    let n = start;
    let steps = 1;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    results.push(steps);
  }
  return shared(results);
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}
