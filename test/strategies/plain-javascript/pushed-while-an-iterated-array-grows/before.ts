export function chain(values: number[], more: number[]): number[] {
  const seen: number[] = [];
  for (const value of values) {
    if (value > 0 && seen.length < 9) more.push(value - 1);
    seen.push(value);
  }
  return seen;
}
