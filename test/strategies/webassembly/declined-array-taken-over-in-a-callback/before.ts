export function shifted(values: number[]): number[] {
  let current = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    // The element is stored in the array of before.
    current[0] = values.reduce((sum, value) => {
      current = current.map((one) => one + value);
      return sum + value;
    }, 0);
  }
  return current;
}
