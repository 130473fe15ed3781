interface Order {
  readonly customer: string;
  readonly lines: readonly { readonly price: number; readonly count: number }[];
}

export function totals(orders: Order[], rate: number): Record<string, number> {
  return orders.reduce((sums: Record<string, number>, order) => {
    const key = order.customer.trim().toLowerCase();
    let total = 0;
    for (const line of order.lines) total += line.price * line.count;
    total *= rate;
    sums[key] = (sums[key] ?? 0) + total;
    return sums;
  }, {});
}
