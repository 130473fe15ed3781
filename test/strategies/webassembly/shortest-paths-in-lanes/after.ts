import { shortestKernel } from './before.shortest.wasm.ts';

/** Lengths of shortest ways between all pairs; the weights stand row by row. */
export function shortest(weights: Float64Array, n: number): void {
  if (shortestKernel(weights, n)) return;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const through = weights[i * n + k]! + weights[k * n + j]!;
        if (through < weights[i * n + j]!) weights[i * n + j] = through;
      }
    }
  }
}
