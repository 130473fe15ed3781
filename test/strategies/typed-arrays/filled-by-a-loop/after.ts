export function countPrimes(limit: number): number {
  // Stays a plain array where limit is no whole number: indices made from it are none either.
  const isPrime = limit >= 0 && limit === (limit | 0)
    ? new Uint8Array(limit + 1)
    : new Array<number>(limit + 1);
  for (let i = 0; i <= limit; i++) isPrime[i] = 1;
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (!isPrime[i]) continue;
    count++;
    for (let j = i * i; j <= limit; j += i) isPrime[j] = 0;
  }
  return count;
}
