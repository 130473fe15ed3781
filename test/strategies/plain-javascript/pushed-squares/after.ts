export function squareElements(values: number[]): number[] {
  const result = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    result[i] = values[i]! * values[i]!;
  }
  return result;
}
