export function matches(text: string, pattern: string): boolean {
  const m = text.length;
  const n = pattern.length;
  const ok: boolean[][] = new Array(m + 1).fill(0).map(() => new Array<boolean>(n + 1).fill(false));
  ok[0][0] = true;
  for (let j = 1; j <= n; j++) {
    if (pattern[j - 1] === '*') ok[0][j] = ok[0][j - 1];
  }
  for (let i = 1; i <= m; i++) {
    for (let j = 1; j <= n; j++) {
      if (pattern[j - 1] === '*') ok[i][j] = ok[i - 1][j] || ok[i][j - 1];
      else ok[i][j] = ok[i - 1][j - 1] && (pattern[j - 1] === '?' || pattern[j - 1] === text[i - 1]);
    }
  }
  return ok[m][n];
}
