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
  const stockBySku = new Map<string, StockLevel[]>();
  stock.forEach((s) => {
    const group = stockBySku.get(s.sku);
    if (group === undefined) stockBySku.set(s.sku, [s]);
    else group.push(s);
  });
  for (const line of lines) {
    const level = stockBySku.get(line.sku)?.find((s) => s.warehouse === line.warehouse);
    if ((level?.quantity ?? 0) < line.quantity) missing.push(line.sku);
    if (!stockBySku.get(line.sku)?.some((s) => s.quantity > 0)) missing.push(`all of ${line.sku}`);
    missing.push(...(stockBySku.get(line.sku) ?? []).filter(({ quantity }) => quantity >= line.quantity).map((s) => s.warehouse));
    if (line.quantity > 99) missing.push((stockBySku.get(line.sku)?.find((s) => s.quantity > 99))!.warehouse);
  }
  return missing;
}
