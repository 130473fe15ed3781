// Results of ways by its arguments. When it is full it starts over, so that it cannot grow without bound.
const WAYS_CACHE_LIMIT = 100_000;
const waysCache = new Map<number, Map<number, number>>();
let waysCacheSize = 0;

function rememberWays(n: number, k: number, result: number): number {
  if (waysCacheSize >= WAYS_CACHE_LIMIT) {
    waysCache.clear();
    waysCacheSize = 0;
  }
  let byN = waysCache.get(n);
  if (byN === undefined) {
    byN = new Map();
    waysCache.set(n, byN);
  }
  byN.set(k, result);
  waysCacheSize += 1;
  return result;
}

// Below its diagonal nothing answers, so a table would end where the recursion goes on.
export function ways(n: number, k: number): number {
  if (k === 0) return n;
  if (n < -20) return 1;
  const cached = waysCache.get(n)?.get(k);
  if (cached !== undefined) return cached;
  return rememberWays(n, k, ways(n - 1, k) + ways(n - 1, k - 1));
}
