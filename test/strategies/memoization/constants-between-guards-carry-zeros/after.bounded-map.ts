// Results of slope by its arguments. When it is full it starts over, so that it cannot grow without bound.
const SLOPE_CACHE_LIMIT = 100_000;
const slopeCache = new Map<number, Map<number, number>>();
let slopeCacheSize = 0;

function rememberSlope(x: number, steps: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (x === 0) return result;
  if (slopeCacheSize >= SLOPE_CACHE_LIMIT) {
    slopeCache.clear();
    slopeCacheSize = 0;
  }
  let byX = slopeCache.get(x);
  if (byX === undefined) {
    byX = new Map();
    slopeCache.set(x, byX);
  }
  byX.set(steps, result);
  slopeCacheSize += 1;
  return result;
}

export function slope(x: number, steps: number): number {
  const turned = -x;
  if (turned > 5 || steps <= 0) return 0;
  const cached = slopeCache.get(x)?.get(steps);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i <= steps; i++) sum += i / turned;
  return rememberSlope(x, steps, sum);
}
