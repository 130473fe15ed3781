interface Sale {
  readonly shop: string;
  readonly amount: number;
}

export function largestPerShop(sales: Sale[]): number {
  const shops: { name: string; most: number }[] = [];
  let sum = 0;
  for (const { shop, amount } of sales) {
    const known = shops.find(({ name }) => name === shop);
    if (known === undefined) shops.push({ name: shop, most: amount });
    else if (amount > known.most) {
      sum += amount - known.most;
      known.most = amount;
    }
  }
  return sum;
}
