import { countBitsKernel } from './before.count-bits.wasm.ts';

export function countBits(words: Uint32Array): number {
  const fast = countBitsKernel(words);
  if (fast !== undefined) return fast;
  let total = 0;
  for (const word of words) {
    let rest = word;
    while (rest !== 0) {
      rest &= rest - 1;
      total++;
    }
  }
  return total;
}
