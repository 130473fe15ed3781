export function twins(limit: number): number {
  if (!Number.isInteger(limit) || limit < 2) return 0;
  const isPrime: boolean[] = new Array(limit + 1).fill(true);
  isPrime[0] = isPrime[1] = false;
  let pairs = 0;
  for (let i = 2; i <= limit; i++) {
    if (isPrime[i] === false) continue;
    if (isPrime[i - 2]) pairs++;
    for (let j = 2 * i; j <= limit; j += i) isPrime[j] = false;
  }
  return pairs;
}
