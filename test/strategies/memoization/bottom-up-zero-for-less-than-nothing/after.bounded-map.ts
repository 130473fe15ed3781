// Results of climbs by its argument. When it is full it starts over, so that it cannot grow without bound.
const CLIMBS_CACHE_LIMIT = 100_000;
const climbsCache = new Map<number, number>();

function rememberClimbs(n: number, result: number): number {
  if (climbsCache.size >= CLIMBS_CACHE_LIMIT) climbsCache.clear();
  climbsCache.set(n, result);
  return result;
}

/** In how many ways one climbs n steps, up to three at a time. */
export function climbs(n: number): number {
  if (n === 0) return 1;
  if (n < 0) return 0;
  const cached = climbsCache.get(n);
  if (cached !== undefined) return cached;
  return rememberClimbs(n, climbs(n - 1) + climbs(n - 2) + climbs(n - 3));
}
