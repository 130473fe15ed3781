function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function hasDear(xs: number[], limit: number): boolean {
  return !xs.some((x) => cost(x) > limit);
}
