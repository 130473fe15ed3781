export function largest(values: number[]): number {
  return values.reduce((a, b) => (a > b ? a : b));
}
