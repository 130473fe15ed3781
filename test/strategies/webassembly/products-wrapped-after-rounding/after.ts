import { hashKernel } from './before.hash.wasm.ts';

/** Rounds above 2^53 before it wraps, unlike Math.imul. */
export function hash(n: number, seed: number): number {
  const fast = hashKernel(n, seed);
  if (fast !== undefined) return fast;
  let a = seed;
  let b = seed;
  for (let i = 0; i < n; i++) {
    a = (a * 1_664_525_013 + i) | 0;
    b = (Math.imul(b, 1_664_525_013) + i) | 0;
  }
  return a - b + (a >>> 0) / 7;
}
