/** Its diagonal and a column in the middle are computed, and the diagonal is asked first. */
export function weights(n: number, k: number): number {
  if (k === 0) return 3;
  if (k === n) return 2 * k;
  if (k === 4 || n === 7) return n + k;
  // Only the results above, and above to the left, are asked for: one row is made over and over, from right to left.
  if (Number.isInteger(n) && Number.isInteger(k) && k > 0 && n >= k && (n + 1) * (k + 1) <= 1_000_000) {
    const row: number[] = [3];
    for (let i = 1; i <= n; i++) {
      if (i <= k) row.push(2 * i);
      for (let j = i <= k ? i - 1 : k; j > 0; j--) {
        row[j] = j === 4 || i === 7 ? i + j : row[j - 1]! - row[j]!;
      }
    }
    return row[k]!;
  }
  return weights(n - 1, k - 1) - weights(n - 1, k);
}
