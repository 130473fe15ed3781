export const fib = (n: number): number => {
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
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
};

export const twice = (n: number): number => 2 * fib(n);
