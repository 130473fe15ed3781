export function sieve(n: number): boolean[] {
  const composite: boolean[] = new Array(n + 1).fill(false);
  for (let i = 2; i <= n; i++) composite[i] = false;
  return composite;
}
