export function tribonacci(n: number): number {
  if (n <= 0) return 0;
  if (n === 1) {
    return 0;
  }
  if (n < 3) return 1;
  // Only the results before are asked for, so a loop from the smallest number on keeps those.
  if (Number.isInteger(n) && n >= 3 && n <= 100_000) {
    let last = 1;
    let last2 = 0;
    let last3 = 0;
    for (let k = 3; k <= n; k++) {
      const next = last + last2 + last3;
      last3 = last2;
      last2 = last;
      last = next;
    }
    return last;
  }
  return tribonacci(n - 1) + tribonacci(n - 2) + tribonacci(n - 3);
}
