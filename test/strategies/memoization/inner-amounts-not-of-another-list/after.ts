/** The weights may end before the values do. */
export function best(weights: readonly number[], values: readonly number[], capacity: number): number {
  // Results of from by its arguments, which hold for this call of best only.
  const fromCache: number[][] = [];

  function rememberFrom(i: number, left: number, result: number): number {
    (fromCache[i] ??= [])[left] = result;
    return result;
  }

  const from = (i: number, left: number): number => {
    if (i === values.length) return 0;
    const cached = fromCache[i]?.[left];
    if (cached !== undefined) return cached;
    const without = from(i + 1, left);
    if (weights[i]! > left) return rememberFrom(i, left, without);
    return rememberFrom(i, left, Math.max(without, values[i]! + from(i + 1, left - weights[i]!)));
  };
  return from(0, capacity);
}
