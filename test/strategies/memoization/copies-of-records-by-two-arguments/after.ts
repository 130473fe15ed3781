interface Spread {
  readonly low: number;
  high: number;
}

// Results of spread by its arguments, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const SPREAD_CACHE_LIMIT = 100_000;
const spreadCache = new Map<number, Map<number, Spread>>();
let spreadCacheSize = 0;

function rememberSpread(seed: number, count: number, result: Spread): Spread {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (seed === 0) return result;
  if (spreadCacheSize >= SPREAD_CACHE_LIMIT) {
    spreadCache.clear();
    spreadCacheSize = 0;
  }
  let bySeed = spreadCache.get(seed);
  if (bySeed === undefined) {
    bySeed = new Map();
    spreadCache.set(seed, bySeed);
  }
  bySeed.set(count, { ...result });
  spreadCacheSize += 1;
  return result;
}

export function spread(seed: number, count: number): Spread {
  if (count < 1) return { low: 0, high: 0 };
  const cached = spreadCache.get(seed)?.get(count);
  if (cached !== undefined) return { ...cached };
  let [low, high, value] = [1, 0, seed];
  for (let i = 0; i < count; i++) {
    value = (value * 3.7 + 0.1) % 1;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return rememberSpread(seed, count, low > high ? { low: high, high: low } : { low, high });
}
