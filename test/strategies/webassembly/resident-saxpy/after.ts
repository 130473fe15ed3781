import { saxpyKernel, saxpyNumbers } from './before.saxpy.wasm.ts';

/** Adds `a` times each element of `x` to that of `y`. */
export function saxpy(a: number, x: readonly number[], y: number[]): void {
  for (let i = 0; i < x.length; i++) y[i] = a * x[i]! + y[i]!;
}

/**
 * `saxpy` for typed arrays that `saxpyNumbers` has made: the kernel works on them where they are. Others are copied, and what
 * the kernel cannot do goes through plain ones.
 */
export function saxpyResident(a: number, x: Float64Array, y: Float64Array): void {
  if (saxpyKernel(a, x, y)) return;
  const yPlain = Array.from(y);
  try {
    saxpy(a, x === y ? yPlain : Array.from(x), yPlain);
  } finally {
    y.set(yPlain);
  }
}

export { saxpyNumbers };

export function drift(positions: number[], speeds: number[], seconds: number): void {
  saxpy(seconds, speeds, positions);
}
