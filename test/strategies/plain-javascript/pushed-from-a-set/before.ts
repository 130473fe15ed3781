export function doubled(values: Set<number>): number[] {
  const result: number[] = [];
  for (const value of values) {
    result.push(value * 2);
  }
  return result;
}
