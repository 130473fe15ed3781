/** In how many shapes a binary tree of n nodes comes. */
export function shapes(n: number): number {
  if (n < 0) {
    throw new RangeError('No tree has fewer nodes than none.');
  }
  if (n <= 1) return 1;
  // Each node may be the root.
  let total = 0;
  for (let root = 1; root <= n; root++) {
    total += shapes(root - 1) * shapes(n - root);
  }
  return total;
}
