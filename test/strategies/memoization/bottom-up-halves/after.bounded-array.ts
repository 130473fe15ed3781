// Results of halves by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const HALVES_CACHE_LIMIT = 100_000;
const halvesCache: number[] = [];

function rememberHalves(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < HALVES_CACHE_LIMIT) halvesCache[n] = result;
  return result;
}

/** Halves are not steps of a constant: no table. */
export function halves(n: number): number {
  if (n < 1) return 1;
  const cached = halvesCache[n];
  if (cached !== undefined) return cached;
  return rememberHalves(n, halves(Math.floor(n / 2)) + halves(Math.floor(n / 3)));
}
