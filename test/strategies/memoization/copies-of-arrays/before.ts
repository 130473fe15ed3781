export function range(n: number): number[] {
  const values: number[] = [];
  for (let i = 0; i < n; i++) values.push(i);
  return values;
}
