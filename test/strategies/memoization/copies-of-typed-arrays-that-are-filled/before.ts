export function primes(limit: number): Uint8Array {
  const isPrime = new Uint8Array(limit + 1).fill(1);
  for (let i = 2; i * i <= limit; i++) {
    if (!isPrime[i]) continue;
    for (let j = i * i; j <= limit; j += i) isPrime[j] = 0;
  }
  return isPrime;
}
