export function doubled(values: number[], extra: number): number {
  const copies: number[] = [];
  for (let i = 0; i < values.length; i++) {
    copies.push(i);
    if (i < extra) values.push(i);
  }
  let sum = 0;
  for (let i = 0; i < copies.length; i++) sum += copies[i]!;
  return sum;
}
