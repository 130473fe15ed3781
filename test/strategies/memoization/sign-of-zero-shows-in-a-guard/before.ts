// What the guard gives tells -0 from 0, and the recursion passes both on to it.
export function slopes(x: number, y: number): number {
  if (y <= 0) return 1 / x;
  return slopes(x, y - 1) + slopes(x, y - 2);
}
