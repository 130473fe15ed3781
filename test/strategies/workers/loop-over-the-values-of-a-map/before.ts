interface Order {
  readonly total: number;
  readonly share: number;
}

/** What is left of all orders in the end. */
export function leftOf(orders: Map<number, Order>): number {
  let left = 0;
  for (const { total, share } of orders.values()) {
    let one = total;
    for (let year = 0; year < 200; year++) one = one * (1 - share / 100) + Math.sqrt(Math.abs(one));
    left += one;
  }
  return left;
}
