// Results of power by its arguments. When it is full it starts over, so that it cannot grow without bound.
const POWER_CACHE_LIMIT = 100_000;
const powerCache = new Map<bigint, Map<bigint, bigint>>();
let powerCacheSize = 0;

function rememberPower(base: bigint, exponent: bigint, result: bigint): bigint {
  if (powerCacheSize >= POWER_CACHE_LIMIT) {
    powerCache.clear();
    powerCacheSize = 0;
  }
  let byBase = powerCache.get(base);
  if (byBase === undefined) {
    byBase = new Map();
    powerCache.set(base, byBase);
  }
  byBase.set(exponent, result);
  powerCacheSize += 1;
  return result;
}

export function power(base: bigint, exponent: bigint): bigint {
  const cached = powerCache.get(base)?.get(exponent);
  if (cached !== undefined) return cached;
  let result = 1n;
  for (let i = 0n; i < exponent; i++) result *= base;
  return rememberPower(base, exponent, result);
}
