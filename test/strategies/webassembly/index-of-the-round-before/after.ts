import { lateKernel } from './before.late.wasm.ts';

// The first round of each pass uses an index that nothing has asked about; only then is it the counter of the round before.
export function late(values: Float64Array, first: number): number {
  const fast = lateKernel(values, first);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let pass = 0; pass < 3; pass++) {
    let at = first & 1023;
    for (let i = 0; i < values.length; i++) {
      sum += values[at]!;
      at = i;
    }
  }
  return sum;
}
