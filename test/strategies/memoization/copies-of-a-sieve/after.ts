// Results of primes by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const PRIMES_CACHE_LIMIT = 1_000;
const primesCache = new Map<number, boolean[]>();

function rememberPrimes(limit: number, result: boolean[]): boolean[] {
  if (primesCache.size >= PRIMES_CACHE_LIMIT) primesCache.clear();
  primesCache.set(limit, result.slice());
  return result;
}

/** Which numbers up to the limit are prime. */
export function primes(limit: number): boolean[] {
  const cached = primesCache.get(limit);
  if (cached !== undefined) return cached.slice();
  const isPrime = new Array<boolean>(limit + 1).fill(true);
  isPrime[0] = false;
  for (let i = 2; i * i <= limit; i++) {
    if (!isPrime[i]) continue;
    for (let j = i * i; j <= limit; j += i) isPrime[j] = false;
  }
  return rememberPrimes(limit, isPrime);
}
