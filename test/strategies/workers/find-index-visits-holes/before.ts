function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function firstCheap(xs: (number | undefined)[]): number {
  const index = xs.findIndex((x) => x === undefined || cost(x) < 8);
  return index < 0 ? xs.length : index;
}
