import { countPrimesKernel } from './before.count-primes.wasm.ts';

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return true;
}

export function countPrimes(limit: number): number {
  const fast = countPrimesKernel(limit);
  if (fast !== undefined) return fast;
  let count = 0;
  for (let n = 0; n < limit; n++) if (isPrime(n)) count++;
  return count;
}
