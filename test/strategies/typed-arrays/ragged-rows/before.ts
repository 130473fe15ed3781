export function triangle(text: string): number {
  const t: number[][] = Array.from({ length: text.length }, (_, i) => new Array(i + 1).fill(1));
  for (let i = 1; i < text.length; i++) t[i][0] = t[i - 1][0];
  return t[0][0];
}
