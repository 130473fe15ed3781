// Results of smallestFactor by its argument. When it is full it starts over, so that it cannot grow without bound.
const SMALLEST_FACTOR_CACHE_LIMIT = 100_000;
const smallestFactorCache = new Map<number, number | undefined>();

function rememberSmallestFactor(n: number, result: number | undefined): number | undefined {
  if (smallestFactorCache.size >= SMALLEST_FACTOR_CACHE_LIMIT) smallestFactorCache.clear();
  smallestFactorCache.set(n, result);
  return result;
}

export function smallestFactor(n: number): number | undefined {
  if (smallestFactorCache.has(n)) return smallestFactorCache.get(n);
  for (let d = 2; d * d <= n; d++) {
    if (n % d === 0) return rememberSmallestFactor(n, d);
  }
  return rememberSmallestFactor(n, undefined);
}
