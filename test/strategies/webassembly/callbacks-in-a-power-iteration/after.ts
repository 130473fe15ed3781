import { leadingVectorKernel } from './before.leading-vector.wasm.ts';

/** The direction that the matrix stretches most, after some rounds. */
export function leadingVector(matrix: number[][], start: number[], rounds: number): number[] {
  const fast = leadingVectorKernel(matrix, start, rounds);
  if (fast !== undefined) return fast;
  let vector = start.slice();
  for (let round = 0; round < rounds; round++) {
    const next = matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0));
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    if (length === 0) return next;
    vector = next.map((value) => value / length);
  }
  return vector;
}
