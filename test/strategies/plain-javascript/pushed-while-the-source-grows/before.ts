export function chase(values: number[], other: number[]): number[] {
  const seen: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (i < 5) other.push(i);
    seen.push(values[i]!);
  }
  return seen;
}
