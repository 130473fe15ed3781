// Results of ways by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const WAYS_CACHE_LIMIT = 1_000;
const waysCache: number[][] = [];

function rememberWays(n: number, k: number, result: number): number {
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < WAYS_CACHE_LIMIT;
  if (isSmall(n) && isSmall(k)) (waysCache[n] ??= [])[k] = result;
  return result;
}

// Below its diagonal nothing answers, so a table would end where the recursion goes on.
export function ways(n: number, k: number): number {
  if (k === 0) return n;
  if (n < -20) return 1;
  const cached = waysCache[n]?.[k];
  if (cached !== undefined) return cached;
  return rememberWays(n, k, ways(n - 1, k) + ways(n - 1, k - 1));
}
