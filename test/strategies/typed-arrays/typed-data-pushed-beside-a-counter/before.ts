export const shifted = (values: readonly number[]): number[] => {
  const found: number[] = [];
  let i = 0;
  for (let value of values) {
    i += 2;
    value = value * i;
    found.push(value - values.length);
  }
  return found;
};
