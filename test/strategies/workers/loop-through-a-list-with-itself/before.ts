/** For each value the sum of its distances to all of them. */
export function spreads(values: readonly number[]): number[] {
  const sums: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of values) sum += Math.sqrt(Math.abs(value - other));
    sums.push(sum);
  }
  return sums;
}
