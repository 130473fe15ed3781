// Results of distinctDivisors by its argument. When it is full it starts over, so that it cannot grow without bound.
const DISTINCT_DIVISORS_CACHE_LIMIT = 100_000;
const distinctDivisorsCache = new Map<number, number>();

function rememberDistinctDivisors(n: number, result: number): number {
  if (distinctDivisorsCache.size >= DISTINCT_DIVISORS_CACHE_LIMIT) distinctDivisorsCache.clear();
  distinctDivisorsCache.set(n, result);
  return result;
}

export function distinctDivisors(n: number): number {
  const cached = distinctDivisorsCache.get(n);
  if (cached !== undefined) return cached;
  let count = 0;
  for (let d = 1; d <= n; d++) if (n % d === 0) count++;
  return rememberDistinctDivisors(n, count);
}
