function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export const dearest = (xs: number[]): string =>
  xs
    .filter((x) => x !== 7)
    .reduce<number>((most, x) => Math.max(most, cost(x)), -Infinity)
    .toFixed(3);
