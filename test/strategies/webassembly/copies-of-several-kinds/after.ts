import { eliminateKernel } from './before.eliminate.wasm.ts';

export function eliminate(a: number[], b: Float64Array, n: number): number[] {
  const fast = eliminateKernel(a, b, n);
  if (fast !== undefined) return fast;
  const m = a.slice();
  let x = b.slice();
  const order = Array.from({ length: n }, (_, i) => n - 1 - i);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      const factor = m[i * n + k]! / m[k * n + k]!;
      for (let j = k; j < n; j++) m[i * n + j] = m[i * n + j]! - factor * m[k * n + j]!;
      x[i] = x[i]! - factor * x[k]!;
    }
  }
  x = x.slice();
  for (let k = 0; k < n; k++) {
    const row = Array.from(x);
    for (let i = 0; i < n; i++) m[order[i]! * n + k] = m[order[i]! * n + k]! + row[k]! * 1e-3;
  }
  return m;
}
