// Results of fibonacci by its argument. When it is full it starts over, so that it cannot grow without bound.
const FIBONACCI_CACHE_LIMIT = 100_000;
const fibonacciCache = new Map<number, number>();

function rememberFibonacci(n: number, result: number): number {
  if (fibonacciCache.size >= FIBONACCI_CACHE_LIMIT) fibonacciCache.clear();
  fibonacciCache.set(n, result);
  return result;
}

export function fibonacci(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no whole number from 0 on.`);
  if (n <= 1) return n;
  const cached = fibonacciCache.get(n);
  if (cached !== undefined) return cached;
  return rememberFibonacci(n, fibonacci(n - 1) + fibonacci(n - 2));
}
