import { normalizeKernel } from './before.normalize.wasm.ts';

export function normalize(values: number[], rounds: number): void {
  if (normalizeKernel(values, rounds)) return;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] < 0) throw new RangeError(`negative at ${i}`);
      values[i] = Math.sqrt(values[i]);
    }
  }
}
