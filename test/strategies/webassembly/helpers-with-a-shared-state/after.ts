import { driftKernel } from './before.drift.wasm.ts';

/** One helper sets what another one uses. */
export function drift(samples: number, rounds: number): number {
  const fast = driftKernel(samples, rounds);
  if (fast !== undefined) return fast;
  let offset = 0;
  const move = (by: number): void => {
    offset += by;
  };
  const value = (i: number): number => i * 0.5 + offset;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < samples; i++) {
      if (value(i) > 10) move(-1);
      sum += value(i);
    }
  }
  return sum;
}
