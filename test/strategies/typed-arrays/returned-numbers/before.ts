export function prefix(values: number[]): number[] {
  const sums: number[] = new Array(values.length).fill(0);
  for (let i = 0; i < values.length; i++) sums[i] = values[i] * 2;
  return sums;
}
