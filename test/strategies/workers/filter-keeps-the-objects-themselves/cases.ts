const orders = Array.from({ length: 90 }, (_, i) => ({
  id: (i * 37) % 90,
  items: Array.from({ length: i % 5 }, (_, k) => ({ price: ((i * 7) % 11) + k, quantity: 1 + (i % 3) })),
}));
const broken = orders.map((order) => (order.id % 40 === 9 ? { ...order, id: -order.id } : order));
const holed = orders.slice(0, 20);
delete holed[3];
export default { calls: () => [[orders, 12], [orders, 1e9], [[], 1], [broken, 3], [orders.slice(0, 1), -1], [holed, 5], [[...orders, ...orders], 30]] };
