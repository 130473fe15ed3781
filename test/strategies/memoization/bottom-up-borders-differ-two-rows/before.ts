/** Ways of a king over a board, with a weight for each border. */
export function kingWays(up: number, right: number): number {
  if (right < 0) return 7;
  if (up === 0) return 2;
  if (right === 0) return 5;
  return kingWays(up - 1, right) + kingWays(up, right - 1) + kingWays(up - 1, right - 1);
}
