export function above(values: number[], x: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // map skips holes
    const x2 = values[i]!;
    const y = x2 + 1;
    if (y > x) result.push(y);
  }
  return result;
}
