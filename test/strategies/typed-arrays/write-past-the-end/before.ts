export function ramp(n: number): number {
  const a = new Array(n).fill(0);
  for (let i = 0; i <= n; i++) a[i] = i;
  return a.length;
}
