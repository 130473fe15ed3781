export function grow(text: string): number {
  const n = text.length;
  const g: number[][] = Array.from({ length: n }, () => new Array(n).fill(0));
  g.push([1]);
  return g.length;
}
