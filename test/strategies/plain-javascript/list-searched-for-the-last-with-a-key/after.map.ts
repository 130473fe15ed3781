interface Price {
  readonly sku: string;
  readonly amount: number;
  readonly day: number;
}

export function current(skus: readonly string[], prices: readonly Price[], day: number): number[] {
  const lastPricesBySku = new Map<string, Price>();
  prices.forEach((price) => {
    lastPricesBySku.set(price.sku, price);
  });
  const lastPricePlacesBySku = new Map<string, number>();
  prices.forEach((price, index) => {
    lastPricePlacesBySku.set(price.sku, index);
  });
  const pricesBySku = new Map<string, Price[]>();
  prices.forEach((price) => {
    const group = pricesBySku.get(price.sku);
    if (group === undefined) pricesBySku.set(price.sku, [price]);
    else group.push(price);
  });
  return skus.map((sku) => {
    const latest = lastPricesBySku.get(sku);
    const place = lastPricePlacesBySku.get(sku) ?? -1;
    const valid = pricesBySku.get(sku)?.findLast((price) => price.day <= day)?.amount ?? -1;
    return (latest?.amount ?? 0) + place + valid;
  });
}
