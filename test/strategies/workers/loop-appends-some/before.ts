function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export function primesOf(candidates: readonly number[]): number[] {
  const found: number[] = [];
  for (const n of candidates) {
    if (n % 2 === 0 && n !== 2) continue;
    if (isPrime(n)) found.push(n);
  }
  return found;
}
