export function mean(values: number[]): number {
  if (values.length === 0) return 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // reduce skips holes
    const value = values[i]!;
    sum += value;
  }
  return sum / values.length;
}
