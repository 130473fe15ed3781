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
  const customersById = new Map<string, Customer>();
  customers.forEach((c) => {
    if (!customersById.has(c.id)) customersById.set(c.id, c);
  });
  return orders.map((order) => `${customersById.get(order.customer)?.name}: ${order.total}`);
}
