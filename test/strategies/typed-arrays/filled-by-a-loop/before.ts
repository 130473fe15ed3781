export function countPrimes(limit: number): number {
  const isPrime = new Array<boolean>(limit + 1);
  for (let i = 0; i <= limit; i++) isPrime[i] = true;
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (!isPrime[i]) continue;
    count++;
    for (let j = i * i; j <= limit; j += i) isPrime[j] = false;
  }
  return count;
}
