export function spread(values: number[], result: number, i: number): number[] {
  let total = result;
  for (let j = 0; j < values.length; j++) {
    if (!(j in values)) continue; // reduce skips holes
    const value = values[j]!;
    total += value * i;
  }
  const result2 = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // map skips holes
    const values2 = values[i]!;
    result2[i] = values2 - total / result;
  }
  return result2;
}
