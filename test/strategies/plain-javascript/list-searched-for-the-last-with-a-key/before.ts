interface Price {
  readonly sku: string;
  readonly amount: number;
  readonly day: number;
}

export function current(skus: readonly string[], prices: readonly Price[], day: number): number[] {
  return skus.map((sku) => {
    const latest = prices.findLast((price) => price.sku === sku);
    const place = prices.findLastIndex((price) => price.sku === sku);
    const valid = prices.findLast((price) => price.sku === sku && price.day <= day)?.amount ?? -1;
    return (latest?.amount ?? 0) + place + valid;
  });
}
