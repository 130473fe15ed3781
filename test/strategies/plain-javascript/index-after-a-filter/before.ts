export function ranked(values: number[]): number[] {
  return values.filter((value) => value > 0).map((value, rank) => value * rank);
}
