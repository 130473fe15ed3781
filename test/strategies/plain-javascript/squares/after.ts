/** Squares every number of a list. */
export function squares(values: number[]): number[] {
  const result = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // map skips holes
    const value = values[i]!;
    result[i] = value * value;
  }
  return result;
}
