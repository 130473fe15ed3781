import { subsetSumsKernel } from './before.subset-sums.wasm.ts';

export function subsetSums(items: readonly number[], total: number): number {
  const fast = subsetSumsKernel(items, total);
  if (fast !== undefined) return fast;
  const reached = [...Array(items.length + 1)].map(() => Array<boolean>(total + 1).fill(false));
  let count = 0;
  for (let i = 0; i <= items.length; i++) reached[i]![0] = true;
  for (let i = 1; i <= items.length; i++) {
    for (let sum = 1; sum <= total; sum++) {
      reached[i]![sum] = reached[i - 1]![sum]! || (sum >= items[i - 1]! && reached[i - 1]![sum - items[i - 1]!]!);
      if (reached[i]![sum]) count++;
    }
  }
  return count;
}
