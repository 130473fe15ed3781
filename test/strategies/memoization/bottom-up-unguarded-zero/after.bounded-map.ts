// Results of padovan by its argument. When it is full it starts over, so that it cannot grow without bound.
const PADOVAN_CACHE_LIMIT = 100_000;
const padovanCache = new Map<number, number>();

function rememberPadovan(n: number, result: number): number {
  if (padovanCache.size >= PADOVAN_CACHE_LIMIT) padovanCache.clear();
  padovanCache.set(n, result);
  return result;
}

/** The guard answers for 0 only, so `n - 2` falls below zero for 1: no table. */
export function padovan(n: number): number {
  if (n <= 0) return 1;
  const cached = padovanCache.get(n);
  if (cached !== undefined) return cached;
  return rememberPadovan(n, n === 1 ? 1 + padovan(n - 2) : padovan(n - 1) + padovan(n - 2));
}
