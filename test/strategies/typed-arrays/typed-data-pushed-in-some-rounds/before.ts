export function positive(values: number[]): number[] {
  const found: number[] = [];
  for (const value of values) {
    if (value <= 0) continue;
    found.push(value);
  }
  return found;
}
