function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function dearest(xs: number[], limit: number): { at: number; cost: number } {
  let place = -1;
  let price = 0;
  for (let i = 0; i < xs.length; i++) {
    const found = cost(xs[i] ?? 0);
    if (found > limit) {
      place = i;
      price = found;
      break;
    }
  }
  return { at: place, cost: price };
}
