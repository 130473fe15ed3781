const customers = Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, name: `Name ${i}` }));
const orders = Array.from({ length: 50 }, (_, i) => ({ customerId: `c${(i * 7) % 33}`, total: i / 4 }));
export default { calls: () => [[orders, customers], [[], customers], [orders, []], [orders.slice(0, 1), customers]] };
