// Results of distance by its arguments. When it is full it starts over, so that it cannot grow without bound.
const DISTANCE_CACHE_LIMIT = 100_000;
const distanceCache = new Map<string, Map<string, number>>();
let distanceCacheSize = 0;

function rememberDistance(a: string, b: string, result: number): number {
  if (distanceCacheSize >= DISTANCE_CACHE_LIMIT) {
    distanceCache.clear();
    distanceCacheSize = 0;
  }
  let byA = distanceCache.get(a);
  if (byA === undefined) {
    byA = new Map();
    distanceCache.set(a, byA);
  }
  byA.set(b, result);
  distanceCacheSize += 1;
  return result;
}

export function distance(a: string, b: string): number {
  if (a.length === 0) return b.length;
  if (b.length === 0) return a.length;
  const cached = distanceCache.get(a)?.get(b);
  if (cached !== undefined) return cached;
  const cost = a[0] === b[0] ? 0 : 1;
  return rememberDistance(a, b, Math.min(
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
    distance(a.slice(1), b.slice(1)) + cost,
  ));
}
