/** The fewest squares that sum up to n. */
export function fewestSquares(n: number): number {
  if (n === 0) return 0;
  let best = n;
  for (let i = 1; i * i <= n; i++) {
    const count = 1 + fewestSquares(n - i * i);
    if (count < best) best = count;
  }
  return best;
}
