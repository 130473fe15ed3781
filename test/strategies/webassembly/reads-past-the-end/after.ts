import { smoothKernel } from './before.smooth.wasm.ts';

export function smooth(values: readonly number[], rounds: number): number {
  const fast = smoothKernel(values, rounds);
  if (fast !== undefined) return fast;
  let last = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i <= values.length; i++) {
      const next = values[i];
      if (next === next) last = (last + next) / 2;
      else last -= 1;
    }
  }
  return last;
}
