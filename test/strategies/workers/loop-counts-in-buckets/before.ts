function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function histogram(xs: number[], buckets: number): number[] {
  const counts = new Array<number>(buckets).fill(0);
  for (const x of xs) counts[Math.min(buckets - 1, Math.floor(cost(x)))]!++;
  return counts;
}
