export class Primes {
  /** Whether no number below divides it. */
  isPrime(n: number): boolean {
    if (n < 2) return false;
    for (let d = 2; d < n; d++) if (n % d === 0) return false;
    return true;
  }
}
