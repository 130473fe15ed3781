// Results of range by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const RANGE_CACHE_LIMIT = 1_000;
const rangeCache = new Map<number, number[]>();

function rememberRange(n: number, result: number[]): number[] {
  if (rangeCache.size >= RANGE_CACHE_LIMIT) rangeCache.clear();
  rangeCache.set(n, result.slice());
  return result;
}

export function range(n: number): number[] {
  const cached = rangeCache.get(n);
  if (cached !== undefined) return cached.slice();
  const values: number[] = [];
  for (let i = 0; i < n; i++) values.push(i);
  return rememberRange(n, values);
}
