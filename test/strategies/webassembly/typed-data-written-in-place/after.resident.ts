import { normalizeKernel, normalizeNumbers } from './before.normalize.wasm.ts';

/** Scales to the largest value, over and over. */
export function normalize(values: number[], rounds: number): number {
  let largest = 0;
  for (let round = 0; round < rounds; round++) {
    largest = 0;
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
    if (largest === 0) throw new Error('Nothing to scale.');
    for (let i = 0; i < values.length; i++) values[i] = values[i]! / largest;
  }
  return largest;
}

/**
 * `normalize` for typed arrays that `normalizeNumbers` has made: the kernel works on them where they are. Others are copied, and what
 * the kernel cannot do goes through plain ones.
 */
export function normalizeResident(values: Float64Array, rounds: number): number {
  const fast = normalizeKernel(values, rounds);
  if (fast !== undefined) return fast;
  const plain = Array.from(values);
  try {
    return normalize(plain, rounds);
  } finally {
    values.set(plain);
  }
}

export { normalizeNumbers };
