import { fibonacciKernel } from './before.fibonacci.wasm.ts';

export const fibonacci = (n: number): number => {
  return fibonacciKernel(n) ?? fibonacciInJavaScript(n);
};

const fibonacciInJavaScript = (n: number): number => (n < 2 ? n : fibonacciInJavaScript(n - 1) + fibonacciInJavaScript(n - 2));
