// A day of a shop: as many customers as orders, one order in twenty by a customer that is not known.
import type { Customer, Order } from './orders.ts';

function day(n: number, random: () => number): [Order[], Customer[]] {
  const customers = Array.from({ length: n }, (_, id) => ({ id: `customer-${id}`, name: `Name ${id}` }));
  const orders = Array.from({ length: n }, () => ({
    customerId: `customer-${Math.floor(random() * n * 1.05)}`,
    total: Math.round(random() * 20_000) / 100,
  }));
  return [orders, customers];
}

export default {
  invoices: {
    sizes: [20, 200, 2000],
    args: (n: number, random: () => number) => day(n, random),
    sequence: (n: number, random: () => number) => {
      const today = day(n, random);
      return [today, today, day(n, random)];
    },
  },
};
