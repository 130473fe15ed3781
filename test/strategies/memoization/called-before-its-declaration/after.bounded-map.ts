// Results of pell by its argument. When it is full it starts over, so that it cannot grow without bound.
const PELL_CACHE_LIMIT = 100_000;
const pellCache = new Map<number, number>();

function rememberPell(n: number, result: number): number {
  if (pellCache.size >= PELL_CACHE_LIMIT) pellCache.clear();
  pellCache.set(n, result);
  return result;
}

const first = pell(10);

export { first };

export function pell(n: number): number {
  if (n < 2) return n;
  const cached = pellCache.get(n);
  if (cached !== undefined) return cached;
  return rememberPell(n, 2 * pell(n - 1) + pell(n - 2));
}
