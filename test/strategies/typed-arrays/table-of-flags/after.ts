export function matches(text: string, pattern: string): boolean {
  const m = text.length;
  const n = pattern.length;
  const width = n + 1;
  const ok = new Uint8Array((m + 1) * width);
  ok[0] = 1;
  for (let j = 1; j <= n; j++) {
    if (pattern[j - 1] === '*') ok[j] = ok[j - 1]!;
  }
  for (let i = 1; i <= m; i++) {
    const row = i * width;
    const previousRow = row - width;
    for (let j = 1; j <= n; j++) {
      if (pattern[j - 1] === '*') ok[row + j] = ok[previousRow + j] || ok[row + j - 1] ? 1 : 0;
      else ok[row + j] = ok[previousRow + j - 1] && (pattern[j - 1] === '?' || pattern[j - 1] === text[i - 1]) ? 1 : 0;
    }
  }
  return ok[m * width + n] === 1;
}
