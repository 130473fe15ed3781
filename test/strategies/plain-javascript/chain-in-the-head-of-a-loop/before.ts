export function total(lines: readonly { readonly price: number; readonly open: boolean }[]): number {
  let sum = 0;
  for (const price of lines.filter((line) => line.open).map((line) => line.price * 2)) {
    if (price > 100) continue;
    sum += price;
  }
  return sum;
}
