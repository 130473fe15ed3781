/** The second recursion reads other prices than the first. */
export function twice(prices: number[]): number {
  function best(from: number, left: number): number {
    if (left === 0 || from === prices.length) return 0;
    return Math.max(best(from + 1, left), (prices[from] ?? 0) + best(from + 1, left - 1));
  }
  const before = best(0, 2);
  prices.reverse();
  return before - best(0, 2);
}
