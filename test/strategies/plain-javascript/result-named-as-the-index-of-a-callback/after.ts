export function weighted(values: number[]): number {
  const i = new Array<number>(values.length);
  for (let j = 0; j < values.length; j++) {
    if (!(j in values)) continue; // map skips holes
    const value = values[j]!;
    i[j] = value * j;
  }
  return i.length === 0 ? 0 : Math.max(...i);
}
