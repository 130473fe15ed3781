import { primesIsPrimeKernel } from './before.primes.is-prime.wasm.ts';

export class Primes {
  /** Whether no number below divides it. */
  isPrime(n: number): boolean {
    const fast = primesIsPrimeKernel(n);
    if (fast !== undefined) return fast;
    if (n < 2) return false;
    for (let d = 2; d < n; d++) if (n % d === 0) return false;
    return true;
  }
}
