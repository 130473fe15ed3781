export function scaled(values: readonly number[], mode: symbol): number[] {
  const factor = mode.description === 'double' ? 2 : 3;
  const result: number[] = [];
  for (const value of values) result.push(value * factor);
  return result;
}
