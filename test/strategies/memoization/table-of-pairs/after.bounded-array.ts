const STEPS = [
  [1, 2],
  [2, 1],
  [-1, 2],
  [-2, 1],
] as const;
const SIZE = 6;

// Results of ways by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const WAYS_CACHE_LIMIT = 100;
const waysCache: number[][][] = [];

function rememberWays(x: number, y: number, left: number, result: number): number {
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < WAYS_CACHE_LIMIT;
  if (isSmall(x) && isSmall(y) && isSmall(left)) ((waysCache[x] ??= [])[y] ??= [])[left] = result;
  return result;
}

/** Ways of a knight that stays on the board. */
export function ways(x: number, y: number, left: number): number {
  if (left <= 0) return 1;
  const cached = waysCache[x]?.[y]?.[left];
  if (cached !== undefined) return cached;
  let count = 0;
  for (const [dx, dy] of STEPS) {
    if (x + dx < 0 || x + dx >= SIZE || y + dy >= SIZE) continue;
    count += ways(x + dx, y + dy, left - 1);
  }
  return rememberWays(x, y, left, count);
}
