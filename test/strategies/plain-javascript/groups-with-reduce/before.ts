interface Sale {
  region: string;
  amount: number;
}

export function totals(sales: Sale[]): Record<string, number> {
  return sales
    .filter(({ amount }) => amount > 0)
    .reduce<Record<string, number>>((sums, { region, amount }) => {
      // Regions are few.
      sums[region] = (sums[region] ?? 0) + amount;
      return sums;
    }, {});
}
