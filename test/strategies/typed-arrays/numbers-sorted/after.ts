export function quantile(values: readonly number[], fraction: number): number {
  const sorted = sortAscending([...values]);
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (position - below);
}

/** Sorts `values` as `values.sort((a, b) => a - b)` does. A typed array sorts numbers without calling back. */
function sortAscending(values: number[]): number[] {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // It would put NaN and -0 elsewhere, and holds nothing but numbers.
    if (typeof value !== 'number' || Number.isNaN(value) || Object.is(value, -0)) return values.sort((a, b) => a - b);
    numbers[i] = value;
  }
  numbers.sort().forEach((value, i) => {
    values[i] = value;
  });
  return values;
}
