interface Sale {
  region: string;
  amount: number;
}

export function totals(sales: Sale[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (let i = 0; i < sales.length; i++) {
    if (!(i in sales)) continue; // filter skips holes
    const item = sales[i]!;
    const { amount } = item;
    if (!(amount > 0)) continue;
    const { region, amount: amount2 } = item;
    // Regions are few.
    sums[region] = (sums[region] ?? 0) + amount2;
  }
  return sums;
}
