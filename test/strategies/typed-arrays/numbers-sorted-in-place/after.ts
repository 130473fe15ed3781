export function ranks(scores: number[], limit: number): number[] {
  sortAscending(scores);
  const best = sortDescending(scores
    .filter((score) => score > limit));
  return [...scores, ...best];
}

/** Sorts `values` as `values.sort((a, b) => a - b)` does. A typed array sorts numbers without calling back. */
function sortAscending(values: number[]): number[] {
  if (values.length < 2 || Object.isFrozen(values)) return values.sort((a, b) => a - b);
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
