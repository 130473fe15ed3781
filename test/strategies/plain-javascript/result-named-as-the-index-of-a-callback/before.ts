export function weighted(values: number[]): number {
  const i = values.map((value, i) => value * i);
  return i.length === 0 ? 0 : Math.max(...i);
}
