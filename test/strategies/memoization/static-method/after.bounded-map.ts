// Results of Numbers.divisorCount by its argument. When it is full it starts over, so that it cannot grow without bound.
const DIVISOR_COUNT_CACHE_LIMIT = 100_000;
const divisorCountCache = new Map<number, number>();

function rememberDivisorCount(n: number, result: number): number {
  if (divisorCountCache.size >= DIVISOR_COUNT_CACHE_LIMIT) divisorCountCache.clear();
  divisorCountCache.set(n, result);
  return result;
}

export class Numbers {
  static divisorCount(n: number): number {
    const cached = divisorCountCache.get(n);
    if (cached !== undefined) return cached;
    let count = 0;
    for (let d = 1; d <= n; d++) {
      if (n % d === 0) count++;
    }
    return rememberDivisorCount(n, count);
  }
}
