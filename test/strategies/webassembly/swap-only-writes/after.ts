import { rotationsKernel } from './before.rotations.wasm.ts';

export function rotations(items: number[], rounds: number): number {
  const fast = rotationsKernel(items, rounds);
  if (fast !== undefined) return fast;
  let moved = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i < items.length; i++) {
      [items[i - 1], items[i]] = [items[i]!, items[i - 1]!];
      moved++;
    }
  }
  return moved;
}
