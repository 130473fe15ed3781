export function stirling(n: number, k: number): number {
  if (k === 0) return 0;
  if (k === n || k === 1) return 1;
  // Only the results above, and above to the left, are asked for: one row is made over and over, from right to left.
  if (Number.isInteger(n) && Number.isInteger(k) && k > 0 && n >= k && (n + 1) * (k + 1) <= 1_000_000) {
    const row: number[] = [0];
    for (let i = 1; i <= n; i++) {
      if (i <= k) row.push(1);
      for (let j = i <= k ? i - 1 : k; j > 0; j--) {
        row[j] = j === 1 ? 1 : j * row[j]! + row[j - 1]!;
      }
    }
    return row[k]!;
  }
  return k * stirling(n - 1, k) + stirling(n - 1, k - 1);
}
