function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

/** Fractions, so that it matters in which order they are added. */
export function totalCost(xs: readonly number[], base: number): number {
  let total = base;
  xs.forEach((x) => {
    total += cost(x);
  });
  return total;
}
