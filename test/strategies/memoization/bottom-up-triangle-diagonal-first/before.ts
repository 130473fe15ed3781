/** Where both are zero the diagonal answers, not the first column. */
export const paths = (n: number, k: number): number =>
  n === k ? 2 : k === 0 ? 1 : paths(n - 1, k - 1) + paths(n - 1, k);
