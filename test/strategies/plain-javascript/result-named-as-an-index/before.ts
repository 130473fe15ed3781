export function doubled(values: number[]): number {
  const i = values.map((value) => value * 2);
  let sum = 0;
  for (const one of i) sum += one;
  return sum;
}
