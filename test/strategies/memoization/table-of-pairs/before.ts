const STEPS = [
  [1, 2],
  [2, 1],
  [-1, 2],
  [-2, 1],
] as const;
const SIZE = 6;

/** Ways of a knight that stays on the board. */
export function ways(x: number, y: number, left: number): number {
  if (left <= 0) return 1;
  let count = 0;
  for (const [dx, dy] of STEPS) {
    if (x + dx < 0 || x + dx >= SIZE || y + dy >= SIZE) continue;
    count += ways(x + dx, y + dy, left - 1);
  }
  return count;
}
