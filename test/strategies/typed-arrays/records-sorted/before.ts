export function cheapest(items: { price: number }[], words: string[], exact: bigint[], mixed: (number | string)[], values: number[], from: number): unknown[] {
  return [
    items.sort((a, b) => a.price - b.price)[0],
    words.sort((a, b) => (a < b ? -1 : 1))[0],
    exact.sort((a, b) => Number(a - b))[0],
    mixed.sort((a, b) => Number(a) - Number(b))[0],
    values.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))[0],
    values.sort((a, b = 0) => a - b)[0],
    values.sort((a) => a - from)[0],
    values.sort(/* as they come */ (a, b) => a - b)[0],
  ];
}
