export function inverses(values: number[]): number[] {
  const inverted: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    inverted.push(1 / values[i]!);
  }
  return inverted;
}
