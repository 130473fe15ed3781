// Results of kingWays by its arguments. When it is full it starts over, so that it cannot grow without bound.
const KING_WAYS_CACHE_LIMIT = 100_000;
const kingWaysCache = new Map<number, Map<number, number>>();
let kingWaysCacheSize = 0;

function rememberKingWays(up: number, right: number, result: number): number {
  if (kingWaysCacheSize >= KING_WAYS_CACHE_LIMIT) {
    kingWaysCache.clear();
    kingWaysCacheSize = 0;
  }
  let byUp = kingWaysCache.get(up);
  if (byUp === undefined) {
    byUp = new Map();
    kingWaysCache.set(up, byUp);
  }
  byUp.set(right, result);
  kingWaysCacheSize += 1;
  return result;
}

/** Ways of a king over a board, with a weight for each border. */
export function kingWays(up: number, right: number): number {
  if (right < 0) return 7;
  if (up === 0) return 2;
  if (right === 0) return 5;
  const cached = kingWaysCache.get(up)?.get(right);
  if (cached !== undefined) return cached;
  return rememberKingWays(up, right, kingWays(up - 1, right) + kingWays(up, right - 1) + kingWays(up - 1, right - 1));
}
