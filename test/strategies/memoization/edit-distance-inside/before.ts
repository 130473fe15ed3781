/** The fewest insertions, deletions and replacements that make `b` of `a`. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  return distance(0, 0);

  function distance(i: number, j: number): number {
    if (i === a.length) return b.length - j;
    if (j === b.length) return a.length - i;
    if (a[i] === b[j]) return distance(i + 1, j + 1);
    return 1 + Math.min(distance(i + 1, j), distance(i, j + 1), distance(i + 1, j + 1));
  }
}
