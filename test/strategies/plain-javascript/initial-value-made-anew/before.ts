export function digits(values: number[]): number[] {
  return values.reduce<number[]>((counts, value) => {
    counts[value % 10]! += 1;
    return counts;
  }, new Array(10).fill(0));
}
