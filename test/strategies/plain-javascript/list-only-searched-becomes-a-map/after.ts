interface Sale {
  readonly shop: string;
  readonly amount: number;
}

export function largestPerShop(sales: Sale[]): number {
  const shopsByName = new Map<string, { name: string; most: number }>();
  let sum = 0;
  for (const { shop, amount } of sales) {
    const known = shopsByName.get(shop);
    if (known === undefined) shopsByName.set(shop, { name: shop, most: amount });
    else if (amount > known.most) {
      sum += amount - known.most;
      known.most = amount;
    }
  }
  return sum;
}
