export function stirling(n: number, k: number): number {
  if (k === 0) return 0;
  if (k === n || k === 1) return 1;
  return k * stirling(n - 1, k) + stirling(n - 1, k - 1);
}
