// Results of longest by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const LONGEST_CACHE_LIMIT = 100_000;
const longestCache: number[] = [];

function rememberLongest(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < LONGEST_CACHE_LIMIT) longestCache[n] = result;
  return result;
}

// One call remembers as many results as there are numbers below it.
export function longest(n: number): number {
  if (n < 2) return 1;
  const cached = longestCache[n];
  if (cached !== undefined) return cached;
  return rememberLongest(n, 1 + (n % 2 === 0 ? longest(n / 2) : Math.max(longest(3 * n + 1), longest(n - 1))));
}
