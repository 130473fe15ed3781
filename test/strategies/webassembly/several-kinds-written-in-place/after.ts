import { relaxKernel } from './before.relax.wasm.ts';

export function relax(from: number[] | Float64Array, to: number[] | Float64Array, rounds: number): void {
  if (relaxKernel(from, to, rounds)) return;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < from.length; i++) to[i] = Math.sqrt(from[i]! * from[i]! + to[i]!) / 2;
  }
}
