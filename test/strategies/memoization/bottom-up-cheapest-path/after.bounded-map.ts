// Results of cheapest by its arguments. When it is full it starts over, so that it cannot grow without bound.
const CHEAPEST_CACHE_LIMIT = 100_000;
const cheapestCache = new Map<number, Map<number, number>>();
let cheapestCacheSize = 0;

function rememberCheapest(x: number, y: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (y === 0) return result;
  if (cheapestCacheSize >= CHEAPEST_CACHE_LIMIT) {
    cheapestCache.clear();
    cheapestCacheSize = 0;
  }
  let byX = cheapestCache.get(x);
  if (byX === undefined) {
    byX = new Map();
    cheapestCache.set(x, byX);
  }
  byX.set(y, result);
  cheapestCacheSize += 1;
  return result;
}

export const cheapest = (x: number, y: number): number => {
  if (x === 0) return y * 3;
  const cached = cheapestCache.get(x)?.get(y);
  if (cached !== undefined) return cached;
  return rememberCheapest(x, y, y === 0 ? x * 2 : Math.min(cheapest(x - 1, y) + ((x * y) % 7), cheapest(x, y - 1) + ((x + y) % 5)));
};
