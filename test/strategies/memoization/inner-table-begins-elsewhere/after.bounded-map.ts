// Results of tail by its arguments. When it is full it starts over, so that it cannot grow without bound.
const TAIL_CACHE_LIMIT = 100_000;
const tailCache = new Map<string, Map<string, Map<number, number>>>();
let tailCacheSize = 0;

function rememberTail(a: string, b: string, start: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (start === 0) return result;
  if (tailCacheSize >= TAIL_CACHE_LIMIT) {
    tailCache.clear();
    tailCacheSize = 0;
  }
  let byA = tailCache.get(a);
  if (byA === undefined) {
    byA = new Map();
    tailCache.set(a, byA);
  }
  let byB = byA.get(b);
  if (byB === undefined) {
    byB = new Map();
    byA.set(b, byB);
  }
  byB.set(start, result);
  tailCacheSize += 1;
  return result;
}

// Begins at a number that nobody knows: fractions and negative numbers would be in no table.
export function tail(a: string, b: string, start: number): number {
  const cached = tailCache.get(a)?.get(b)?.get(start);
  if (cached !== undefined) return cached;
  function rest(i: number, j: number): number {
    if (i >= a.length) return b.length;
    if (j >= b.length) return a.length;
    return Math.min(rest(i + 1, j), rest(i, j + 1)) + (a[i] === b[j] ? 0 : 1);
  }
  return rememberTail(a, b, start, rest(start, 0));
}
