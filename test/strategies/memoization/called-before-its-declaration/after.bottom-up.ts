const first = pell(10);

export { first };

export function pell(n: number): number {
  if (n < 2) return n;
  // Only the results before are asked for, so a loop from the smallest number on keeps those.
  if (Number.isInteger(n) && n >= 2 && n <= 100_000) {
    let last = 1;
    let last2 = 0;
    for (let k = 2; k <= n; k++) {
      const next = 2 * last + last2;
      last2 = last;
      last = next;
    }
    return last;
  }
  return 2 * pell(n - 1) + pell(n - 2);
}
