/** The fewest insertions, deletions and replacements that make `b` of `a`. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  // Results of distance by its arguments, which hold for this call of editDistance only.
  const distanceCache: number[][] = [];

  function rememberDistance(i: number, j: number, result: number): number {
    (distanceCache[i] ??= [])[j] = result;
    return result;
  }

  return distance(0, 0);

  function distance(i: number, j: number): number {
    if (i === a.length) return b.length - j;
    if (j === b.length) return a.length - i;
    const cached = distanceCache[i]?.[j];
    if (cached !== undefined) return cached;
    if (a[i] === b[j]) return rememberDistance(i, j, distance(i + 1, j + 1));
    return rememberDistance(i, j, 1 + Math.min(distance(i + 1, j), distance(i, j + 1), distance(i + 1, j + 1)));
  }
}
