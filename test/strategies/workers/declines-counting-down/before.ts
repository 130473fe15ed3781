export function roots(values: readonly number[], mode: symbol): number[] {
  const power = mode.description === 'cubic' ? 3 : 2;
  const result = new Array<number>(values.length).fill(0);
  for (let index = values.length - 1; index >= 0; index--) {
    result[index] = values[index]! ** (1 / power);
  }
  return result;
}
