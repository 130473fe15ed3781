/** The sum of the whole numbers from 0 to n - 1. */
export function rangeSum(n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += i;
  }
  return total;
}
