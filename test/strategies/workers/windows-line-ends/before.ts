/** Adds up. */
export function total(prices: number[], rate: number): number {
  const taxed = prices.map((price) => {
    return price * rate
  })
  return taxed.reduce((sum, price) => sum + price, 0)
}
