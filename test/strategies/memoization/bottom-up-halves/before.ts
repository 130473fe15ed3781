/** Halves are not steps of a constant: no table. */
export function halves(n: number): number {
  if (n < 1) return 1;
  return halves(Math.floor(n / 2)) + halves(Math.floor(n / 3));
}
