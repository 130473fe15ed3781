function total(row: number[]): number {
  return row.reduce((a, b) => a + b, 0);
}

export function sums(text: string): number {
  const n = text.length;
  const g: number[][] = Array.from({ length: n }, () => new Array(n).fill(0));
  let all = 0;
  for (let i = 0; i < n; i++) all += total(g[i]);
  return all;
}
