export function fib(n: number): number {
  console.log(n);
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}
