export function prefixSums(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const sums = new Array<number>(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    sums[i] = sum;
  }
  return sums;
}

export function lastSum(values: number[]): number | undefined {
  return prefixSums(values).at(-1);
}
