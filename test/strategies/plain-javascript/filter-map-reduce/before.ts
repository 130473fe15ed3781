export function energy(values: number[], limit: number): number {
  const loud = values
    .filter((x) => Math.abs(x) > limit)
    .map((x) => x * x)
    .reduce((a, b) => a + b, 0);
  return Math.sqrt(loud);
}
