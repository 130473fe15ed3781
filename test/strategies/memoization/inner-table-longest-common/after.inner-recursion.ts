/** The length of the longest sequence that both have, in order. */
export const common = (left: readonly number[], right: readonly number[]): number => {
  // Results of from by its arguments, which hold for this call of common only.
  const fromCache: number[][] = [];

  function rememberFrom(i: number, j: number, result: number): number {
    (fromCache[i] ??= [])[j] = result;
    return result;
  }

  // From position i of the one and j of the other on.
  const from = (i: number, j: number): number => {
    if (i >= left.length || j >= right.length) return 0;
    const cached = fromCache[i]?.[j];
    if (cached !== undefined) return cached;
    return rememberFrom(i, j, left[i] === right[j]
        ? 1 + from(i + 1, j + 1)
        : Math.max(from(i + 1, j), from(i, j + 1)));
  };
  const length = from(0, 0);
  return length;
};
