export function above(values: number[], x: number): number[] {
  return values.map((x) => x + 1).filter((y) => y > x);
}
