export function squares(values: number[]): number[] {
  return values.map((value) => value * value);
}
