function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function countsByCost(xs: number[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const x of xs) {
    const key = cost(x).toFixed(0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts];
}
