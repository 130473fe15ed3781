export function distance(a: string, b: string): number {
  const m = a.length;
  const n = b.length;
  const width = n + 1;
  const dp = new Int32Array((m + 1) * width);
  for (let i = 0; i <= m; i++) dp[i * width] = i;
  for (let j = 0; j <= n; j++) dp[j] = j;
  for (let i = 1; i <= m; i++) {
    const row = i * width;
    const previousRow = row - width;
    for (let j = 1; j <= n; j++) {
      if (a[i - 1] === b[j - 1]) {
        dp[row + j] = dp[previousRow + j - 1]!;
      } else {
        dp[row + j] = 1 + Math.min(dp[previousRow + j]!, dp[row + j - 1]!, dp[previousRow + j - 1]!);
      }
    }
  }
  return dp[m * width + n]!;
}
