export function cheapest(prices: readonly number[], rate: (price: number) => number): number {
  const from = (index: number): number => {
    const price = prices[index];
    if (price === undefined) return 0;
    return rate(price) + Math.min(from(index + 1), from(index + 2));
  };
  return from(0);
}
