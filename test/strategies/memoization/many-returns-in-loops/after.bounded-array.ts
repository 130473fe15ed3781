// Results of isPrime by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const IS_PRIME_CACHE_LIMIT = 100_000;
const isPrimeCache: boolean[] = [];

function rememberIsPrime(n: number, result: boolean): boolean {
  if (Number.isInteger(n) && n >= 0 && n < IS_PRIME_CACHE_LIMIT) isPrimeCache[n] = result;
  return result;
}

export function isPrime(n: number): boolean {
  if (n < 2) return false;
  const cached = isPrimeCache[n];
  if (cached !== undefined) return cached;
  for (let d = 2; d * d <= n; d++) {
    if (n % d === 0) {
      return rememberIsPrime(n, false);
    }
  }
  return rememberIsPrime(n, true);
}
