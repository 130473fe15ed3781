let calls = 0;

export function fib(n: number): number {
  calls++;
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

export const callCount = (): number => calls;
