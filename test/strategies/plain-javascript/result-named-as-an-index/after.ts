export function doubled(values: number[]): number {
  const i = new Array<number>(values.length);
  for (let j = 0; j < values.length; j++) {
    if (!(j in values)) continue; // map skips holes
    const value = values[j]!;
    i[j] = value * 2;
  }
  let sum = 0;
  for (const one of i) sum += one;
  return sum;
}
