export function floor(n: number): number {
  const a = Array.from({ length: n / 2 }, () => 0);
  for (let i = 0; i < n; i++) a[0] += i;
  return a.length;
}
