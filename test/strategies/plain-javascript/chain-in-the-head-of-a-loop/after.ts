export function total(lines: readonly { readonly price: number; readonly open: boolean }[]): number {
  let sum = 0;
  const result: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!(i in lines)) continue; // filter skips holes
    const line = lines[i]!;
    if (!line.open) continue;
    result.push(line.price * 2);
  }
  for (const price of result) {
    if (price > 100) continue;
    sum += price;
  }
  return sum;
}
