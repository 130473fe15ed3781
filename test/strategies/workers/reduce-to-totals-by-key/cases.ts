const order = (customer: string, ...prices: number[]) => ({
  customer,
  lines: prices.map((price, i) => ({ price, count: i + 1 })),
});
const orders = Array.from({ length: 30 }, (_, i) => order([' Ann', 'bob ', 'constructor', '7', '__proto__'][i % 5] ?? '', 0.1 * i, 1.7));
export default { calls: () => [[orders, 1.1], [[], 2], [[order('x', 1), undefined, order('y', 2)], 3], [[order('', -0)], 1]] };
