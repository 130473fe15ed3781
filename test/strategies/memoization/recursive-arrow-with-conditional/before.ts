export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export const twice = (n: number): number => 2 * fib(n);
