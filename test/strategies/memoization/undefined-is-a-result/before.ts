export function smallestFactor(n: number): number | undefined {
  for (let d = 2; d * d <= n; d++) {
    if (n % d === 0) return d;
  }
  return undefined;
}
