export function squareElements(values: number[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < values.length; i++) {
    result.push(values[i]! * values[i]!);
  }
  return result;
}
