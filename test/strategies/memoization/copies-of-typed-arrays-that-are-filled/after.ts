// Results of primes by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const PRIMES_CACHE_LIMIT = 1_000;
const primesCache = new Map<number, Uint8Array>();

function rememberPrimes(limit: number, result: Uint8Array): Uint8Array {
  if (primesCache.size >= PRIMES_CACHE_LIMIT) primesCache.clear();
  primesCache.set(limit, result.slice());
  return result;
}

export function primes(limit: number): Uint8Array {
  const cached = primesCache.get(limit);
  if (cached !== undefined) return cached.slice();
  const isPrime = new Uint8Array(limit + 1).fill(1);
  for (let i = 2; i * i <= limit; i++) {
    if (!isPrime[i]) continue;
    for (let j = i * i; j <= limit; j += i) isPrime[j] = 0;
  }
  return rememberPrimes(limit, isPrime);
}
