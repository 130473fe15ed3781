// Results of stirling by its arguments. When it is full it starts over, so that it cannot grow without bound.
const STIRLING_CACHE_LIMIT = 100_000;
const stirlingCache = new Map<number, Map<number, number>>();
let stirlingCacheSize = 0;

function rememberStirling(n: number, k: number, result: number): number {
  if (stirlingCacheSize >= STIRLING_CACHE_LIMIT) {
    stirlingCache.clear();
    stirlingCacheSize = 0;
  }
  let byN = stirlingCache.get(n);
  if (byN === undefined) {
    byN = new Map();
    stirlingCache.set(n, byN);
  }
  byN.set(k, result);
  stirlingCacheSize += 1;
  return result;
}

export function stirling(n: number, k: number): number {
  if (k === 0) return 0;
  if (k === n || k === 1) return 1;
  const cached = stirlingCache.get(n)?.get(k);
  if (cached !== undefined) return cached;
  return rememberStirling(n, k, k * stirling(n - 1, k) + stirling(n - 1, k - 1));
}
