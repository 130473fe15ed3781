export function fibonacci(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no whole number from 0 on.`);
  if (n <= 1) return n;
  // Only the results before are asked for, so a loop from the smallest number on keeps those.
  if (Number.isInteger(n) && n >= 2 && n <= 100_000) {
    let last = 1;
    let last2 = 0;
    for (let k = 2; k <= n; k++) {
      const next = last + last2;
      last2 = last;
      last = next;
    }
    return last;
  }
  return fibonacci(n - 1) + fibonacci(n - 2);
}
