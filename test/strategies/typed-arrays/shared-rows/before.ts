export function oneRow(text: string): number {
  const n = text.length;
  const g: number[][] = new Array(n).fill(new Array(n).fill(0));
  for (let i = 0; i < n; i++) g[i][0] = i;
  return g[0][0];
}
