export function leak(text: string): number {
  const n = text.length;
  const g: number[][] = Array.from({ length: n }, () => new Array(n).fill(1));
  let all = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j <= n; j++) all += g[i][j];
  return all;
}
