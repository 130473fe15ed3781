// Results of fewestSquares by its argument. When it is full it starts over, so that it cannot grow without bound.
const FEWEST_SQUARES_CACHE_LIMIT = 100_000;
const fewestSquaresCache = new Map<number, number>();

function rememberFewestSquares(n: number, result: number): number {
  if (fewestSquaresCache.size >= FEWEST_SQUARES_CACHE_LIMIT) fewestSquaresCache.clear();
  fewestSquaresCache.set(n, result);
  return result;
}

/** The fewest squares that sum up to n. */
export function fewestSquares(n: number): number {
  if (n === 0) return 0;
  const cached = fewestSquaresCache.get(n);
  if (cached !== undefined) return cached;
  let best = n;
  for (let i = 1; i * i <= n; i++) {
    const count = 1 + fewestSquares(n - i * i);
    if (count < best) best = count;
  }
  return rememberFewestSquares(n, best);
}
