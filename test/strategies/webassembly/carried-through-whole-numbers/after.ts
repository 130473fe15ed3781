import { decayKernel } from './before.decay.wasm.ts';

/** Each number is stored as a whole one, and it is the stored one that the next round reads. */
export function decay(numbers: Int32Array, values: number[], rounds: number): number {
  const fast = decayKernel(numbers, values, rounds);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i < numbers.length; i++) {
      numbers[i] = numbers[i - 1]! * 0.75 + values[i]! * 3e9;
      sum += numbers[i]!;
    }
  }
  return sum;
}
