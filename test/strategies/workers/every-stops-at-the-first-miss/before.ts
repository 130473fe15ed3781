function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function areCheap(xs: number[], limit: number): boolean {
  if (xs.length === 1) return true;
  return xs.every((x) => cost(x) < limit);
}
