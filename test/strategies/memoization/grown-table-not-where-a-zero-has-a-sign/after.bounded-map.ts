// Results of signs by its argument. When it is full it starts over, so that it cannot grow without bound.
const SIGNS_CACHE_LIMIT = 100_000;
const signsCache = new Map<number, number>();

function rememberSigns(n: number, result: number): number {
  if (signsCache.size >= SIGNS_CACHE_LIMIT) signsCache.clear();
  signsCache.set(n, result);
  return result;
}

/** The guard hands its zero back, sign included. */
export const signs = (n: number): number => {
  if (n <= 0) return n;
  const cached = signsCache.get(n);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 1 / signs(-1 * i * 0) > 0 ? 1 : -1;
  return rememberSigns(n, sum);
};
