function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  return Math.sqrt(x) / 3;
}

export function totalCost(xs: number[]): number {
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += cost(xs[i] ?? 0);
  return total;
}
