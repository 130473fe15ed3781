/** The guard answers for 0 only, so `n - 2` falls below zero for 1: no table. */
export function padovan(n: number): number {
  if (n <= 0) return 1;
  return n === 1 ? 1 + padovan(n - 2) : padovan(n - 1) + padovan(n - 2);
}
