export function early(text: string): number {
  const g: number[][] = [];
  for (let i = 0; i < text.length; i++) {
    if (i > 0) g[i - 1][0] = i;
    g.push(new Array(text.length).fill(0));
  }
  return g.length;
}
