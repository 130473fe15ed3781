const fibCache = 3;
const FIB_CACHE_LIMIT = 4;

export const taken = fibCache + FIB_CACHE_LIMIT;

// Results of fib by its arguments. When it is full it starts over, so that it cannot grow without bound.
const FIB_CACHE_LIMIT2 = 100_000;
const fibCache2 = new Map<number, Map<number, number>>();
let fibCacheSize = 0;

function rememberFib(cached: number, result: number, computed: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (result === 0) return computed;
  if (fibCacheSize >= FIB_CACHE_LIMIT2) {
    fibCache2.clear();
    fibCacheSize = 0;
  }
  let byCached = fibCache2.get(cached);
  if (byCached === undefined) {
    byCached = new Map();
    fibCache2.set(cached, byCached);
  }
  byCached.set(result, computed);
  fibCacheSize += 1;
  return computed;
}

export function fib(cached: number, result = 1): number {
  if (cached < 2) return result;
  const cached2 = fibCache2.get(cached)?.get(result);
  if (cached2 !== undefined) return cached2;
  return rememberFib(cached, result, fib(cached - 1, result + 1) + fib(cached - 2, result));
}
