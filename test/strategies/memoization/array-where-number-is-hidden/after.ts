class Number {
  static isInteger(value: number): boolean {
    return value > 3;
  }
}

// Results of halves by its argument. When it is full it starts over, so that it cannot grow without bound.
const HALVES_CACHE_LIMIT = 100_000;
const halvesCache = new Map<number, number>();

function rememberHalves(n: number, result: number): number {
  if (halvesCache.size >= HALVES_CACHE_LIMIT) halvesCache.clear();
  halvesCache.set(n, result);
  return result;
}

export function halves(n: number): number {
  const cached = halvesCache.get(n);
  if (cached !== undefined) return cached;
  let count = 0;
  for (let left = n; left >= 1; left /= 2) count++;
  return rememberHalves(n, count);
}

export const isLarge = (n: number): boolean => Number.isInteger(n);
