// Results of tribonacci by its argument. When it is full it starts over, so that it cannot grow without bound.
const TRIBONACCI_CACHE_LIMIT = 100_000;
const tribonacciCache = new Map<number, number>();

function rememberTribonacci(n: number, result: number): number {
  if (tribonacciCache.size >= TRIBONACCI_CACHE_LIMIT) tribonacciCache.clear();
  tribonacciCache.set(n, result);
  return result;
}

export function tribonacci(n: number): number {
  if (n <= 0) return 0;
  if (n === 1) {
    return 0;
  }
  if (n < 3) return 1;
  const cached = tribonacciCache.get(n);
  if (cached !== undefined) return cached;
  return rememberTribonacci(n, tribonacci(n - 1) + tribonacci(n - 2) + tribonacci(n - 3));
}
