export function fibonacci(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no whole number from 0 on.`);
  if (n <= 1) return n;
  return fibonacci(n - 1) + fibonacci(n - 2);
}
