export function products(pairs: readonly [number, number][]): number[] {
  const result = new Array<number>(pairs.length);
  for (let i2 = 0; i2 < pairs.length; i2++) {
    const [i, j] = pairs[i2]!;
    result[i2] = i * j;
  }
  return result;
}
