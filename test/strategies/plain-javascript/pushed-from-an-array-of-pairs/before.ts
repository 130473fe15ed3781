export function products(pairs: readonly [number, number][]): number[] {
  const result: number[] = [];
  for (const [i, j] of pairs) result.push(i * j);
  return result;
}
