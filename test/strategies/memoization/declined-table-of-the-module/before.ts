const known: Record<number, boolean> = {};

export function isPrime(n: number): boolean {
  const found = known[n];
  if (found !== undefined) return found;
  let prime = n > 1;
  for (let i = 2; i * i <= n && prime; i++) prime = n % i !== 0;
  known[n] = prime;
  return prime;
}
