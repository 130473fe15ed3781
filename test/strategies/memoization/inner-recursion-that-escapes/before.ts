export function counter(steps: readonly number[]): (n: number) => number {
  function ways(n: number): number {
    if (n === 0) return 1;
    let total = 0;
    for (const step of steps) if (step <= n) total += ways(n - step);
    return total;
  }
  return ways;
}
