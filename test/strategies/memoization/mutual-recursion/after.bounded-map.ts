// Results of female by its argument. When it is full it starts over, so that it cannot grow without bound.
const FEMALE_CACHE_LIMIT = 100_000;
const femaleCache = new Map<number, number>();

function rememberFemale(n: number, result: number): number {
  if (femaleCache.size >= FEMALE_CACHE_LIMIT) femaleCache.clear();
  femaleCache.set(n, result);
  return result;
}

export function female(n: number): number {
  if (n === 0) return 1;
  const cached = femaleCache.get(n);
  if (cached !== undefined) return cached;
  return rememberFemale(n, n - male(female(n - 1)));
}

export function male(n: number): number {
  if (n === 0) return 0;
  return n - female(male(n - 1));
}
