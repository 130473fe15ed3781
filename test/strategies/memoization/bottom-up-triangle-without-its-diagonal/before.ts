// Below its diagonal nothing answers, so a table would end where the recursion goes on.
export function ways(n: number, k: number): number {
  if (k === 0) return n;
  if (n < -20) return 1;
  return ways(n - 1, k) + ways(n - 1, k - 1);
}
