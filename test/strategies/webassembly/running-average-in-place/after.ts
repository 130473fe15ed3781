import { smoothKernel } from './before.smooth.wasm.ts';

/** Exponential smoothing, and back again: each value waits for the one that was smoothed before it. */
export function smooth(values: Float64Array, weight: number, rounds: number): void {
  if (smoothKernel(values, weight, rounds)) return;
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i < values.length; i++) {
      if (round % 2 === 0) values[i] = values[i - 1]! * (1 - weight) + values[i]! * weight;
      else values[i] = Math.max(values[i - 1]! - 1, values[i]! * weight, values[values.length - 1]!);
    }
  }
}
