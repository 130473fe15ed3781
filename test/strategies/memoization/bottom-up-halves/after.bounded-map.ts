// Results of halves by its argument. When it is full it starts over, so that it cannot grow without bound.
const HALVES_CACHE_LIMIT = 100_000;
const halvesCache = new Map<number, number>();

function rememberHalves(n: number, result: number): number {
  if (halvesCache.size >= HALVES_CACHE_LIMIT) halvesCache.clear();
  halvesCache.set(n, result);
  return result;
}

/** Halves are not steps of a constant: no table. */
export function halves(n: number): number {
  if (n < 1) return 1;
  const cached = halvesCache.get(n);
  if (cached !== undefined) return cached;
  return rememberHalves(n, halves(Math.floor(n / 2)) + halves(Math.floor(n / 3)));
}
