export function distinct(values: number[]): number[] {
  const seen: number[] = [];
  const seenSet = new Set<number>();
  for (const value of values) {
    if (!seenSet.has(value)) {
      seen.push(value);
      seenSet.add(value);
    }
  }
  return seen;
}
