// Results of slopes by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const SLOPES_CACHE_LIMIT = 1_000;
const slopesCache: number[][] = [];

function rememberSlopes(x: number, y: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (x === 0) return result;
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < SLOPES_CACHE_LIMIT;
  if (isSmall(x) && isSmall(y)) (slopesCache[x] ??= [])[y] = result;
  return result;
}

// What the guard gives tells -0 from 0, and the recursion passes both on to it.
export function slopes(x: number, y: number): number {
  if (y <= 0) return 1 / x;
  const cached = slopesCache[x]?.[y];
  if (cached !== undefined) return cached;
  return rememberSlopes(x, y, slopes(x, y - 1) + slopes(x, y - 2));
}
