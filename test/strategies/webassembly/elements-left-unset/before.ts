
export function partly(n: number, filled: number): number[] {
  const heights = new Array<number>(n);
  for (let i = 0; i < filled; i++) for (let j = 0; j < 2; j++) heights[i] = i * j;
  return heights;
}
