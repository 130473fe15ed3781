// One call remembers as many results as there are numbers below it.
export function longest(n: number): number {
  if (n < 2) return 1;
  return 1 + (n % 2 === 0 ? longest(n / 2) : Math.max(longest(3 * n + 1), longest(n - 1)));
}
