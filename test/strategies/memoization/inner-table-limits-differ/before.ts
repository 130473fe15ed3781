// Where j has reached the length, nothing answers: the recursion goes on to where i has.
export function cost(a: string, b: string): number {
  function rest(i: number, j: number): number {
    if (i === a.length) return j - b.length;
    return Math.min(rest(i + 1, j), rest(i + 1, j + 1)) + (a[i] === b[j] ? 0 : 1);
  }
  return rest(0, 0);
}
