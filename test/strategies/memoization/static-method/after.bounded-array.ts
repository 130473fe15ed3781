// Results of Numbers.divisorCount by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const DIVISOR_COUNT_CACHE_LIMIT = 100_000;
const divisorCountCache: number[] = [];

function rememberDivisorCount(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < DIVISOR_COUNT_CACHE_LIMIT) divisorCountCache[n] = result;
  return result;
}

export class Numbers {
  static divisorCount(n: number): number {
    const cached = divisorCountCache[n];
    if (cached !== undefined) return cached;
    let count = 0;
    for (let d = 1; d <= n; d++) {
      if (n % d === 0) count++;
    }
    return rememberDivisorCount(n, count);
  }
}
