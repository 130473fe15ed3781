export function squares(values: readonly number[]): readonly number[] {
  const result: number[] = [];
  for (const value of values) {
    let square = 0;
    for (let i = 0; i < value; i++) square += value;
    result.push(square);
  }
  return Object.freeze(result);
}
