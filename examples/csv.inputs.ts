// An export of orders: n rows of date, customer, pieces and price. A report sums two columns of the same export.
function orders(n: number, random: () => number): string {
  const lines = ['date,customer,pieces,price'];
  for (let i = 0; i < n; i++) {
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
    const customer = `customer-${Math.floor(random() * 500)}`;
    const pieces = 1 + Math.floor(random() * 9);
    const price = (random() * 300).toFixed(2);
    lines.push(`2024-03-${day},${customer},${pieces},${price}`);
  }
  return `${lines.join('\n')}\n`;
}

export default {
  parseRows: {
    sizes: [100, 2_000, 20_000],
    args: (n: number, random: () => number) => [orders(n, random)],
    sequence: (n: number, random: () => number) => {
      const march = orders(n, random);
      return [[march], [march], [orders(n, random)]];
    },
  },
  sumColumn: {
    sizes: [100, 2_000, 20_000],
    args: (n: number, random: () => number) => [orders(n, random), 'price'],
    sequence: (n: number, random: () => number) => {
      const march = orders(n, random);
      return [
        [march, 'price'],
        [march, 'pieces'],
        [march, 'price'],
      ];
    },
  },
};
