const fibCache = 3;
const FIB_CACHE_LIMIT = 4;

export const taken = fibCache + FIB_CACHE_LIMIT;

export function fib(cached: number, result = 1): number {
  if (cached < 2) return result;
  return fib(cached - 1, result + 1) + fib(cached - 2, result);
}
