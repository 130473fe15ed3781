interface StockLevel {
  readonly sku: string;
  readonly warehouse: string;
  readonly quantity: number;
}

interface OrderLine {
  readonly sku: string;
  readonly warehouse: string;
  readonly quantity: number;
}

export function shortages(lines: readonly OrderLine[], stock: readonly StockLevel[]): string[] {
  const missing: string[] = [];
  for (const line of lines) {
    const level = stock.find((s) => s.sku === line.sku && s.warehouse === line.warehouse);
    if ((level?.quantity ?? 0) < line.quantity) missing.push(line.sku);
    if (!stock.some((s) => s.sku === line.sku && s.quantity > 0)) missing.push(`all of ${line.sku}`);
    const result: string[] = [];
    for (let i = 0; i < stock.length; i++) {
      if (!(i in stock)) continue; // filter skips holes
      const item = stock[i]!;
      const { sku, quantity } = item;
      if (!(sku === line.sku && quantity >= line.quantity)) continue;
      result.push(item.warehouse);
    }
    missing.push(...result);
    if (line.quantity > 99) missing.push(stock.find((s) => s.sku === line.sku && s.quantity > 99)!.warehouse);
  }
  return missing;
}
