import { spreadKernel } from './before.spread.wasm.ts';

/** Rounds of a recurrence whose step is known only at run time. */
export function spread(values: Float64Array, shift: number, rounds: number, factor: number): void {
  if (spreadKernel(values, shift, rounds, factor)) return;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i + shift < values.length; i++) {
      values[i + shift] = values[i]! * factor + values[i + shift]!;
    }
    for (let i = 0; i < values.length - shift; i++) {
      values[i] = values[i + shift]! * factor - 1;
    }
    for (let i = 1; i < values.length - 1; i++) {
      values[i] = (values[i - 1]! + values[i]! + values[i + 1]!) / 3;
    }
  }
}
