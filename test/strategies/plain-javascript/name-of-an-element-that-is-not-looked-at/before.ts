export function all(values: number[], value: number): number[] {
  return values.filter(() => value > 0);
}
