export function misses(values: number[]): number {
  const seen: number[] = [];
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (seen[i] === undefined) count++;
    seen.push(values[i]!);
  }
  return count;
}
