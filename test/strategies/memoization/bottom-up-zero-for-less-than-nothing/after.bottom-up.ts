/** In how many ways one climbs n steps, up to three at a time. */
export function climbs(n: number): number {
  if (n === 0) return 1;
  if (n < 0) return 0;
  // Only the results before are asked for, so a loop from the smallest number on keeps those.
  if (Number.isInteger(n) && n >= 1 && n <= 100_000) {
    let last = 1;
    let last2 = 0;
    let last3 = 0;
    for (let k = 1; k <= n; k++) {
      const next = last + last2 + last3;
      last3 = last2;
      last2 = last;
      last = next;
    }
    return last;
  }
  return climbs(n - 1) + climbs(n - 2) + climbs(n - 3);
}
