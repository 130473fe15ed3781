function smallestDivisor(n: number): number {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return d;
  return n;
}

export function divisorsUpTo(limit: number, most: number): number[] {
  const divisors: number[] = [];
  for (let n = 2; n <= limit; n++) {
    const divisor = smallestDivisor(n);
    if (divisor < most) divisors[n] = divisor;
  }
  return divisors;
}
