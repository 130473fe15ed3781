interface Stock {
  readonly sku: string;
  left: number;
}

export function allocate(orders: readonly { readonly sku: string; readonly count: number }[], stock: Stock[]): string[] {
  const missing: string[] = [];
  for (const order of orders) {
    const row = stock.find((one) => one.sku === order.sku);
    if (row === undefined || row.left < order.count) {
      missing.push(order.sku);
      continue;
    }
    row.left -= order.count;
  }
  return missing;
}
