interface Price {
  readonly sku: string;
  readonly amount: number;
  readonly day: number;
}

export function current(skus: readonly string[], prices: readonly Price[], day: number): number[] {
  const result = new Array<number>(skus.length);
  for (let i = 0; i < skus.length; i++) {
    if (!(i in skus)) continue; // map skips holes
    const sku = skus[i]!;
    const latest = prices.findLast((price) => price.sku === sku);
    const place = prices.findLastIndex((price) => price.sku === sku);
    const valid = prices.findLast((price) => price.sku === sku && price.day <= day)?.amount ?? -1;
    result[i] = (latest?.amount ?? 0) + place + valid;
  }
  return result;
}
