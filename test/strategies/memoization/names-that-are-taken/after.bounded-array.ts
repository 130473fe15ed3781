const fibCache = 3;
const FIB_CACHE_LIMIT = 4;

export const taken = fibCache + FIB_CACHE_LIMIT;

// Results of fib by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const FIB_CACHE_LIMIT2 = 1_000;
const fibCache2: number[][] = [];

function rememberFib(cached: number, result: number, computed: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (result === 0) return computed;
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < FIB_CACHE_LIMIT2;
  if (isSmall(cached) && isSmall(result)) (fibCache2[cached] ??= [])[result] = computed;
  return computed;
}

export function fib(cached: number, result = 1): number {
  if (cached < 2) return result;
  const cached2 = fibCache2[cached]?.[result];
  if (cached2 !== undefined) return cached2;
  return rememberFib(cached, result, fib(cached - 1, result + 1) + fib(cached - 2, result));
}
