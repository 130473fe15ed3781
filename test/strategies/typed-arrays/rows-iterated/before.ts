export function alive(text: string): number {
  const n = text.length;
  const g: number[][] = Array.from({ length: n }, () => new Array(n).fill(0));
  let all = 0;
  for (const row of g) for (const cell of row) all += cell;
  return all;
}
