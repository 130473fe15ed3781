/** The fewest insertions, deletions and replacements that make `b` of `a`. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  // Only larger numbers are asked for: from the last row on, each is made from the one below it, from right to left.
  let below: number[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row = new Array<number>(b.length + 1);
    for (let j = b.length; j >= 0; j--) {
      row[j] =
        i === a.length ? b.length - j
          : j === b.length ? a.length - i
          : a[i] === b[j] ? below[j + 1]!
          : 1 + Math.min(below[j]!, row[j + 1]!, below[j + 1]!);
    }
    below = row;
  }
  return below[0]!;
}
