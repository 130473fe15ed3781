export interface Customer {
  id: string;
  name: string;
}

export interface Order {
  customerId: string;
  total: number;
}

export interface Invoice {
  customer: string;
  total: number;
}

/** Puts the name of its customer on each order. Orders of customers that are not known go to the till. */
export function invoices(orders: Order[], customers: Customer[]): Invoice[] {
  const result: Invoice[] = [];
  for (const order of orders) {
    const customer = customers.find((candidate) => candidate.id === order.customerId);
    result.push({ customer: customer === undefined ? 'till' : customer.name, total: order.total });
  }
  return result;
}
