import { multiplyKernel } from './before.multiply.wasm.ts';

export function multiply(a: number[][], b: number[][]): number[][] {
  const fast = multiplyKernel(a, b);
  if (fast !== undefined) return fast;
  const columns = b[0]!.length;
  const out = Array.from({ length: a.length }, () => new Array<number>(columns).fill(0));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += a[i]![k]! * b[k]![j]!;
      out[i]![j] = sum;
    }
  }
  return out;
}
