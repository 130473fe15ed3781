import { availableParallelism } from 'node:os';
import { countPrimesThreads } from './before.count-primes.threads.ts';

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export function countPrimes(from: number, to: number): number {
  let count = 0;
  for (const value of countPrimesOnThreads(from, to)) {
    count += value;
  }
  return count;
}

/** The work of `for (let n = from; n < to; n++)`, done by several threads while the caller waits. */
function countPrimesOnThreads(from: number, to: number): number[] {
  // From a fraction, steps of one may arrive elsewhere than a sum does.
  if (!Number.isSafeInteger(from)) return countPrimesChunk({ start: from, end: to });
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil((to - from) / (4 * availableParallelism())));
  const tasks: Parameters<typeof countPrimesChunk>[0][] = [];
  for (let start = from; start < to; start += partLength) {
    tasks.push({ start, end: Math.min(start + partLength, to) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let n = from; n < to; n++), iterations from ${from + at * partLength} on`;
  return ([] as number[]).concat(...countPrimesThreads.run(url, countPrimesChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function countPrimesChunk({ start, end }: { start: number; end: number }): number[] {
  let count = 0;
  for (let n = start; n < end; n++) if (isPrime(n)) count++;
  return [count];
}
