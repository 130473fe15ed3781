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
  return orders.map((order) => `${customers.find((c) => c.id === order.customer)?.name}: ${order.total}`);
}
