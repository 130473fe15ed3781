export function prefixSums(values: number[]): { sums: number[]; squares: number[] } {
  const sums = new Array<number>(values.length);
  const squares = new Array<number>(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sum += value;
    sums[i] = sum;
    squares[i] = value * value;
  }
  return { sums, squares };
}
