// Results of catalan by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const CATALAN_CACHE_LIMIT = 100_000;
const catalanCache: number[] = [];

function rememberCatalan(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < CATALAN_CACHE_LIMIT) catalanCache[n] = result;
  return result;
}

export const catalan = function count(n: number): number {
  if (n <= 1) {
    return 1;
  }
  const cached = catalanCache[n];
  if (cached !== undefined) return cached;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += count(i) * count(n - 1 - i);
  }
  return rememberCatalan(n, total);
};
