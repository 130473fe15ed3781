export function find(n: number): number | undefined {
  for (let i = 2; i < n; i++) if (n % i === 0) return i;
  return undefined;
}
