// Results of fib by its argument. When it is full it starts over, so that it cannot grow without bound.
const FIB_CACHE_LIMIT = 100_000;
const fibCache = new Map<number, number>();

function rememberFib(n: number, result: number): number {
  if (fibCache.size >= FIB_CACHE_LIMIT) fibCache.clear();
  fibCache.set(n, result);
  return result;
}

/** The nth Fibonacci number. */
export function fib(n: number): number {
  if (n < 2) return n;
  const cached = fibCache.get(n);
  if (cached !== undefined) return cached;
  return rememberFib(n, fib(n - 1) + fib(n - 2));
}
