export function sumOf(values: number[], wanted: boolean): number {
  return wanted ? values.reduce((sum, value) => sum + value, 0) : 0;
}
