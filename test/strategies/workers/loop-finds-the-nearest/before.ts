function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function cheapest(xs: number[]): { best: number; at: number } {
  let best = Infinity;
  let at = -1;
  for (let i = 0; i < xs.length; i++) {
    const one = cost(xs[i]!);
    if (one < best) {
      best = one;
      at = i;
    }
  }
  return { best, at };
}
