export function quotients(n: number, divisor: number): number {
  let sum = 0;
  for (let i = -n; i < n; i++) {
    sum += ((i / divisor) | 0) + Math.floor(i / (divisor - 1)) + Math.trunc(i / 3) + (i % divisor || 7);
    if (sum !== sum) sum = -1;
  }
  return sum;
}
