export function digits(values: number[]): number[] {
  const count = values.length;
  const counts: number[] = new Array(10).fill(0);
  for (let i = 0; i < count; i++) {
    if (!(i in values)) continue; // reduce skips holes
    const value = values[i]!;
    counts[value % 10]! += 1;
  }
  return counts;
}
