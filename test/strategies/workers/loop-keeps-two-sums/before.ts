function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function meanAndSpread(xs: readonly number[], factor: number): number[] {
  let sum = 0;
  let squares = 0;
  let dear = 0;
  for (const x of xs) {
    const one = cost(x) * factor;
    const isDear = one > 20;
    sum += one;
    squares += one * one;
    if (isDear) dear++;
  }
  const mean = sum / xs.length;
  return [mean, squares / xs.length - mean * mean, dear];
}
