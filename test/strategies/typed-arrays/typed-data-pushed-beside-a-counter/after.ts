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

/** `shifted` for numbers in typed arrays. */
export const shiftedTyped = (values: Float64Array): Float64Array => {
  const found = new Float64Array(values.length);
  let i = 0;
  for (let i2 = 0; i2 < values.length; i2++) {
    let value = values[i2]!;
    i += 2;
    value = value * i;
    found[i2] = value - values.length;
  }
  return found;
};
