// Results of female by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const FEMALE_CACHE_LIMIT = 100_000;
const femaleCache: number[] = [];

function rememberFemale(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < FEMALE_CACHE_LIMIT) femaleCache[n] = result;
  return result;
}

export function female(n: number): number {
  if (n === 0) return 1;
  const cached = femaleCache[n];
  if (cached !== undefined) return cached;
  return rememberFemale(n, n - male(female(n - 1)));
}

export function male(n: number): number {
  if (n === 0) return 0;
  return n - female(male(n - 1));
}
