export function spreads(values: readonly number[], more: readonly number[]): number[] {
  const spreads: number[] = [];
  for (const value of values) {
    let sum = 0;
    for (const other of more) sum += Math.sqrt(Math.abs(value - other));
    spreads.push(sum);
  }
  return spreads;
}
