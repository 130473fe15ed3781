interface Customer {
  readonly id: string;
  readonly name: string;
}

interface Order {
  readonly customer: string;
  readonly total: number;
}

/** The name of whoever ordered, beside each total. */
export function withNames(orders: readonly Order[], customers: readonly Customer[]): string[] {
  const result = new Array<string>(orders.length);
  for (let i = 0; i < orders.length; i++) {
    if (!(i in orders)) continue; // map skips holes
    const order = orders[i]!;
    result[i] = `${customers.find((c) => c.id === order.customer)?.name}: ${order.total}`;
  }
  return result;
}
