export function prefixSums(values: number[]): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(sum);
  }
  return sums;
}

/** `prefixSums` for numbers in typed arrays. */
export function prefixSumsTyped(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sum += value;
    sums[i] = sum;
  }
  return sums;
}

export const lastSum = (values: number[]): number | undefined => prefixSums(values).at(-1);
