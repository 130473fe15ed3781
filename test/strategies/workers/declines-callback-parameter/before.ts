export function applyAll(values: number[], change: (value: number) => number): number {
  let sum = 0;
  for (const value of values) sum += change(value);
  return sum;
}
