export const top = (values: number[], count: number): number[] => sortDescending(values.map((value) => value * 2)).slice(0, count);

/** Sorts `values` as `values.sort((a, b) => b - a)` does. A typed array sorts numbers without calling back. */
function sortDescending(values: number[]): number[] {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // It would put NaN and -0 elsewhere, and holds nothing but numbers.
    if (typeof value !== 'number' || Number.isNaN(value) || Object.is(value, -0)) return values.sort((a, b) => b - a);
    numbers[i] = value;
  }
  numbers.sort().forEach((value, i) => {
    values[numbers.length - 1 - i] = value;
  });
  return values;
}
