
import { partlyKernel } from './before.partly.wasm.ts';

export function partly(n: number, filled: number): number[] {
  const fast = partlyKernel(n, filled);
  if (fast !== undefined) return fast;
  const heights = new Array<number>(n);
  for (let i = 0; i < filled; i++) for (let j = 0; j < 2; j++) heights[i] = i * j;
  return heights;
}
