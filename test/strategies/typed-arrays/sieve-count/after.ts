/** How many primes there are up to `n`. */
export function countPrimes(n: number): number {
  // A plain array throws for what is no array length; a typed array would round it.
  if ((n + 1) >>> 0 !== n + 1) throw new RangeError('Invalid array length');
  const composite = new Uint8Array(n + 1);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (!composite[i]) {
      count++;
      for (let j = i * i; j <= n; j += i) composite[j] = 1;
    }
  }
  return count;
}
