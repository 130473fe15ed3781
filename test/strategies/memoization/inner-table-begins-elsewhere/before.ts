// Begins at a number that nobody knows: fractions and negative numbers would be in no table.
export function tail(a: string, b: string, start: number): number {
  function rest(i: number, j: number): number {
    if (i >= a.length) return b.length;
    if (j >= b.length) return a.length;
    return Math.min(rest(i + 1, j), rest(i, j + 1)) + (a[i] === b[j] ? 0 : 1);
  }
  return rest(start, 0);
}
