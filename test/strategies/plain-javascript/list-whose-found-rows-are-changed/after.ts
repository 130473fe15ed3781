interface Stock {
  readonly sku: string;
  left: number;
}

export function allocate(orders: readonly { readonly sku: string; readonly count: number }[], stock: Stock[]): string[] {
  const missing: string[] = [];
  const stockBySku = new Map<string, Stock>();
  stock.forEach((one) => {
    if (!stockBySku.has(one.sku)) stockBySku.set(one.sku, one);
  });
  for (const order of orders) {
    const row = stockBySku.get(order.sku);
    if (row === undefined || row.left < order.count) {
      missing.push(order.sku);
      continue;
    }
    row.left -= order.count;
  }
  return missing;
}
