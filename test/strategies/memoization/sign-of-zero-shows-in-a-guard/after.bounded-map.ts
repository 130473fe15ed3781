// Results of slopes by its arguments. When it is full it starts over, so that it cannot grow without bound.
const SLOPES_CACHE_LIMIT = 100_000;
const slopesCache = new Map<number, Map<number, number>>();
let slopesCacheSize = 0;

function rememberSlopes(x: number, y: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (x === 0) return result;
  if (slopesCacheSize >= SLOPES_CACHE_LIMIT) {
    slopesCache.clear();
    slopesCacheSize = 0;
  }
  let byX = slopesCache.get(x);
  if (byX === undefined) {
    byX = new Map();
    slopesCache.set(x, byX);
  }
  byX.set(y, result);
  slopesCacheSize += 1;
  return result;
}

// What the guard gives tells -0 from 0, and the recursion passes both on to it.
export function slopes(x: number, y: number): number {
  if (y <= 0) return 1 / x;
  const cached = slopesCache.get(x)?.get(y);
  if (cached !== undefined) return cached;
  return rememberSlopes(x, y, slopes(x, y - 1) + slopes(x, y - 2));
}
