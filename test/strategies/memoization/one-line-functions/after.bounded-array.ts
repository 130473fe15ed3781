// Results of distinctDivisors by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const DISTINCT_DIVISORS_CACHE_LIMIT = 100_000;
const distinctDivisorsCache: number[] = [];

function rememberDistinctDivisors(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < DISTINCT_DIVISORS_CACHE_LIMIT) distinctDivisorsCache[n] = result;
  return result;
}

export function distinctDivisors(n: number): number {
  const cached = distinctDivisorsCache[n];
  if (cached !== undefined) return cached;
  let count = 0;
  for (let d = 1; d <= n; d++) if (n % d === 0) count++;
  return rememberDistinctDivisors(n, count);
}
