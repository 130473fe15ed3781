export function counted(values: number[]): number {
  return values.reduce((sum, value) => sum + value, values.push(1));
}
