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

/** `prefixSums` with its numbers in a typed array. */
export function prefixSumsTyped(values: readonly number[]): Float64Array {
  if (values.length === 0) return new Float64Array(0);
  const sums = new Float64Array(values.length);
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
