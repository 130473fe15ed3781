export function prefixSums(values: number[]): { sums: number[]; squares: number[] } {
  const sums: number[] = [];
  const squares: number[] = [];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(sum);
    squares.push(value * value);
  }
  return { sums, squares };
}
