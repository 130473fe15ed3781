export function all(values: number[], value: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // filter skips holes
    const value2 = values[i]!;
    if (value > 0) result.push(value2);
  }
  return result;
}
