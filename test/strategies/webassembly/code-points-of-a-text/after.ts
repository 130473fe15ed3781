import { countKernel } from './before.count.wasm.ts';

export function count(text: string, rounds: number): number {
  const fast = countKernel(text, rounds);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let round = 0; round < rounds; round++) for (const character of text) if (character === 'a') sum++;
  return sum;
}
