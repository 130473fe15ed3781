/** The length of the longest sequence that both have, in order. */
export const common = (left: readonly number[], right: readonly number[]): number => {
  // From position i of the one and j of the other on.
  const from = (i: number, j: number): number =>
    i >= left.length || j >= right.length
      ? 0
      : left[i] === right[j]
        ? 1 + from(i + 1, j + 1)
        : Math.max(from(i + 1, j), from(i, j + 1));
  const length = from(0, 0);
  return length;
};
