import { twoSumKernel } from './before.two-sum.wasm.ts';

/** The places of the two numbers that come to `target` together, and of the first one that is larger; none of either. */
export function twoSum(numbers: number[], target: number): number[] {
  const fast = twoSumKernel(numbers, target);
  if (fast !== undefined) return fast;
  for (let i = 0; i < numbers.length; i++) {
    for (let j = i + 1; j < numbers.length; j++) {
      if (numbers[i]! + numbers[j]! === target) return [i, j];
      if (numbers[j]! > 1000 * target) return Array.from({ length: j }, (_, k) => k * i);
    }
  }
  return [];
}
