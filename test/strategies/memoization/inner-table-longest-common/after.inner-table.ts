/** The length of the longest sequence that both have, in order. */
export const common = (left: readonly number[], right: readonly number[]): number => {
  // From position i of the one and j of the other on.
  // Only larger numbers are asked for: from the last row on, each is made from the one below it, from right to left.
  let below: number[] = [];
  for (let i = left.length; i >= 0; i--) {
    const row = new Array<number>(right.length + 1);
    for (let j = right.length; j >= 0; j--) {
      row[j] =
        i >= left.length || j >= right.length ? 0
          : left[i] === right[j] ? 1 + below[j + 1]!
          : Math.max(below[j]!, row[j + 1]!);
    }
    below = row;
  }
  const length = below[0]!;
  return length;
};
