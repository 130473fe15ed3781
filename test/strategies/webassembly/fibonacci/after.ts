import { fibonacciKernel } from './before.fibonacci.wasm.ts';

export const fibonacci = (n: number): number => {
  const fast = fibonacciKernel(n);
  if (fast !== undefined) return fast;
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
};
