export class Numbers {
  static fibonacci(n: number): number {
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
    return Numbers.fibonacci(n - 1) + Numbers.fibonacci(n - 2);
  }
}
