export function eliminate(text: string): number {
  const n = text.length;
  const g: number[][] = Array.from({ length: n }, () => new Array(n).fill(0));
  for (let i = 1; i < n; i++) [g[i], g[i - 1]] = [g[i - 1], g[i]];
  return g[0][0];
}
