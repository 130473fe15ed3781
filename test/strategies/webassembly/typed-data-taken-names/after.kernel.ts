import { plainKernel } from './before.plain.wasm.ts';

/** Scales to the largest value, over and over. */
export function plain(values: number[], rounds: number): number {
  const fast = plainKernel(values, rounds);
  if (fast !== undefined) return fast;
  let largest = 0;
  for (let round = 0; round < rounds; round++) {
    largest = 0;
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
    if (largest === 0) throw new Error('Nothing to scale.');
    for (let i = 0; i < values.length; i++) values[i] = values[i]! / largest;
  }
  return largest;
}
