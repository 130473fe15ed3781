// Results of evens by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const EVENS_CACHE_LIMIT = 100_000;
const evensCache: number[] = [];

function rememberEvens(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < EVENS_CACHE_LIMIT) evensCache[n] = result;
  return result;
}

/** It throws for 5, which is never asked for by what is even. */
export function evens(n: number): number {
  if (n === 0) return 1;
  if (n === 5) throw new Error('five');
  const cached = evensCache[n];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 2; i <= n; i += 2) sum += evens(n - i);
  return rememberEvens(n, sum);
}
