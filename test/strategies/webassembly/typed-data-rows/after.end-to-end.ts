import { multiplyKernel } from './before.multiply.wasm.ts';

export function multiply(a: number[][], b: number[][]): number[][] {
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

/** `multiply` for numbers in typed arrays; what the kernel cannot do goes through plain ones. */
export function multiplyTyped(a: Float64Array[], b: Float64Array[]): Float64Array[] {
  const fast = multiplyKernel(a, b);
  if (fast !== undefined) return fast;
  return multiply(a.map((row) => Array.from(row)), b.map((row) => Array.from(row))).map((row) => Float64Array.from(row));
}
