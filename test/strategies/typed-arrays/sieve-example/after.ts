/** All primes up to and including `limit`, by the sieve of Eratosthenes. */
export function primesUpTo(limit: number): number[] {
  // A plain array throws for what is no array length; a typed array would round it.
  if ((limit + 1) >>> 0 !== limit + 1) throw new RangeError('Invalid array length');
  const isComposite = new Uint8Array(limit + 1);
  const primes: number[] = [];
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (isComposite[candidate]) {
      continue;
    }
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple <= limit; multiple += candidate) {
      isComposite[multiple] = 1;
    }
  }
  return primes;
}
