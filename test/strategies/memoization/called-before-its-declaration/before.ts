const first = pell(10);

export { first };

export function pell(n: number): number {
  if (n < 2) return n;
  return 2 * pell(n - 1) + pell(n - 2);
}
