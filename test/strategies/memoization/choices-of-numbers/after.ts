// Results of scaled by its arguments. When it is full it starts over, so that it cannot grow without bound.
const SCALED_CACHE_LIMIT = 9;
const scaledCache = new Map<number, Map<number | string | undefined, number>>();
let scaledCacheSize = 0;

function rememberScaled(by: number, step: number | string | undefined, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (by === 0 || step === 0) return result;
  if (scaledCacheSize >= SCALED_CACHE_LIMIT) {
    scaledCache.clear();
    scaledCacheSize = 0;
  }
  let byBy = scaledCache.get(by);
  if (byBy === undefined) {
    byBy = new Map();
    scaledCache.set(by, byBy);
  }
  byBy.set(step, result);
  scaledCacheSize += 1;
  return result;
}

export function scaled(by: 1 | 2 | 4, step?: 3 | 'none'): number {
  const cached = scaledCache.get(by)?.get(step);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i < 500; i++) sum += Math.sqrt(i) / by;
  return rememberScaled(by, step, step === 3 ? sum / step : sum);
}
