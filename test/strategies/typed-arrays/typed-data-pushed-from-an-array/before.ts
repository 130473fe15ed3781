export function prefixSums(values: number[]): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(sum);
  }
  return sums;
}

export const lastSum = (values: number[]): number | undefined => prefixSums(values).at(-1);
