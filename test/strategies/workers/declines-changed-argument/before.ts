export function sorted(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[0] ?? 0;
}
