export function longest(values: number[], from: number): number {
  if (from >= values.length) return 0;
  return Math.max(values[from] ?? 0, longest(values, from + 1));
}
