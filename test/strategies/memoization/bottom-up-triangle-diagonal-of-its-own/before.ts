/** Its diagonal and a column in the middle are computed, and the diagonal is asked first. */
export function weights(n: number, k: number): number {
  if (k === 0) return 3;
  if (k === n) return 2 * k;
  if (k === 4 || n === 7) return n + k;
  return weights(n - 1, k - 1) - weights(n - 1, k);
}
