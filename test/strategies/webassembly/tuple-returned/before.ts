/** The two places whose numbers lie closest together, and whether they are the same. */
export const closest = (values: number[], limit: number): [number, number, boolean] => {
  let [first, second] = [-1, -0];
  let least = limit;
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const distance = Math.abs(values[i]! - values[j]!);
      if (distance === 0) return [i, j, true];
      if (distance < least) {
        least = distance;
        first = i;
        second = j;
      }
    }
  }
  return [first, second, false];
};
