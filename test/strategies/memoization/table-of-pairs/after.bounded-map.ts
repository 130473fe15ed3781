const STEPS = [
  [1, 2],
  [2, 1],
  [-1, 2],
  [-2, 1],
] as const;
const SIZE = 6;

// Results of ways by its arguments. When it is full it starts over, so that it cannot grow without bound.
const WAYS_CACHE_LIMIT = 100_000;
const waysCache = new Map<number, Map<number, Map<number, number>>>();
let waysCacheSize = 0;

function rememberWays(x: number, y: number, left: number, result: number): number {
  if (waysCacheSize >= WAYS_CACHE_LIMIT) {
    waysCache.clear();
    waysCacheSize = 0;
  }
  let byX = waysCache.get(x);
  if (byX === undefined) {
    byX = new Map();
    waysCache.set(x, byX);
  }
  let byY = byX.get(y);
  if (byY === undefined) {
    byY = new Map();
    byX.set(y, byY);
  }
  byY.set(left, result);
  waysCacheSize += 1;
  return result;
}

/** Ways of a knight that stays on the board. */
export function ways(x: number, y: number, left: number): number {
  if (left <= 0) return 1;
  const cached = waysCache.get(x)?.get(y)?.get(left);
  if (cached !== undefined) return cached;
  let count = 0;
  for (const [dx, dy] of STEPS) {
    if (x + dx < 0 || x + dx >= SIZE || y + dy >= SIZE) continue;
    count += ways(x + dx, y + dy, left - 1);
  }
  return rememberWays(x, y, left, count);
}
