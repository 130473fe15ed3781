export function spread(values: number[], result: number, i: number): number[] {
  const total = values.reduce((total, value) => total + value * i, result);
  return values.map((values) => values - total / result);
}
