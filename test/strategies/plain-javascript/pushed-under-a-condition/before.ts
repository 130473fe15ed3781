export function positive(values: number[]): number[] {
  const kept: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > 0) kept.push(values[i]!);
  }
  return kept;
}
