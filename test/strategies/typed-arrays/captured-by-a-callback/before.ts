export function tally(values: number[]): number {
  const counts: number[] = new Array(values.length).fill(0);
  values.forEach((value, i) => {
    counts[i] = value;
  });
  return counts[0];
}
