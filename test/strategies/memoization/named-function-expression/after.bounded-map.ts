// Results of catalan by its argument. When it is full it starts over, so that it cannot grow without bound.
const CATALAN_CACHE_LIMIT = 100_000;
const catalanCache = new Map<number, number>();

function rememberCatalan(n: number, result: number): number {
  if (catalanCache.size >= CATALAN_CACHE_LIMIT) catalanCache.clear();
  catalanCache.set(n, result);
  return result;
}

export const catalan = function count(n: number): number {
  if (n <= 1) {
    return 1;
  }
  const cached = catalanCache.get(n);
  if (cached !== undefined) return cached;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += count(i) * count(n - 1 - i);
  }
  return rememberCatalan(n, total);
};
