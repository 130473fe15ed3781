import { plainKernel, plainNumbers } from './before.plain.wasm.ts';

/** Scales to the largest value, over and over. */
export function plain(values: number[], rounds: number): number {
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
 * `plain` for typed arrays that `plainNumbers` has made: the kernel works on them where they are. Others are copied, and what
 * the kernel cannot do goes through plain ones.
 */
export function plainResident(values: Float64Array, rounds: number): number {
  const fast = plainKernel(values, rounds);
  if (fast !== undefined) return fast;
  const plain2 = Array.from(values);
  try {
    return plain(plain2, rounds);
  } finally {
    values.set(plain2);
  }
}

export { plainNumbers };
