// Results of isPrime by its argument. When it is full it starts over, so that it cannot grow without bound.
const IS_PRIME_CACHE_LIMIT = 100_000;
const isPrimeCache = new Map<number, boolean>();

function rememberIsPrime(n: number, result: boolean): boolean {
  if (isPrimeCache.size >= IS_PRIME_CACHE_LIMIT) isPrimeCache.clear();
  isPrimeCache.set(n, result);
  return result;
}

export function isPrime(n: number): boolean {
  if (n < 2) return false;
  const cached = isPrimeCache.get(n);
  if (cached !== undefined) return cached;
  for (let d = 2; d * d <= n; d++) {
    if (n % d === 0) {
      return rememberIsPrime(n, false);
    }
  }
  return rememberIsPrime(n, true);
}
