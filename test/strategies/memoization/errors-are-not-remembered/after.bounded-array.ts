// Results of factorial by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const FACTORIAL_CACHE_LIMIT = 100_000;
const factorialCache: number[] = [];

function rememberFactorial(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < FACTORIAL_CACHE_LIMIT) factorialCache[n] = result;
  return result;
}

export function factorial(n: number): number {
  if (n < 0) throw new RangeError(`negative: ${n}`);
  if (!Number.isInteger(n)) {
    throw new TypeError('not an integer');
  }
  if (n === 0) return 1;
  const cached = factorialCache[n];
  if (cached !== undefined) return cached;
  return rememberFactorial(n, n * factorial(n - 1));
}
