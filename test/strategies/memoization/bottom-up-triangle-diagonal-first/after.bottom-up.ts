/** Where both are zero the diagonal answers, not the first column. */
export const paths = (n: number, k: number): number => {
  // Only the results above, and above to the left, are asked for: one row is made over and over, from right to left.
  if (Number.isInteger(n) && Number.isInteger(k) && k > 0 && n >= k && (n + 1) * (k + 1) <= 1_000_000) {
    const row: number[] = [];
    for (let i = 0; i <= n; i++) {
      for (let j = i < k ? i : k; j >= 0; j--) {
        row[j] = i === j ? 2 : j === 0 ? 1 : row[j - 1]! + row[j]!;
      }
    }
    return row[k]!;
  }
  return n === k ? 2 : k === 0 ? 1 : paths(n - 1, k - 1) + paths(n - 1, k);
};
