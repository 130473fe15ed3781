// Results of padovan by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const PADOVAN_CACHE_LIMIT = 100_000;
const padovanCache: number[] = [];

function rememberPadovan(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < PADOVAN_CACHE_LIMIT) padovanCache[n] = result;
  return result;
}

/** The guard answers for 0 only, so `n - 2` falls below zero for 1: no table. */
export function padovan(n: number): number {
  if (n <= 0) return 1;
  const cached = padovanCache[n];
  if (cached !== undefined) return cached;
  return rememberPadovan(n, n === 1 ? 1 + padovan(n - 2) : padovan(n - 1) + padovan(n - 2));
}
