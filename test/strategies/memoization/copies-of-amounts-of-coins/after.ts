const COINS = [1, 2, 5];

// Results of waysUpTo by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const WAYS_UP_TO_CACHE_LIMIT = 1_000;
const waysUpToCache = new Map<number, number[]>();

function rememberWaysUpTo(amount: number, result: number[]): number[] {
  if (waysUpToCache.size >= WAYS_UP_TO_CACHE_LIMIT) waysUpToCache.clear();
  waysUpToCache.set(amount, result.slice());
  return result;
}

/** In how many ways each amount up to this one can be paid. */
export function waysUpTo(amount: number): number[] {
  const cached = waysUpToCache.get(amount);
  if (cached !== undefined) return cached.slice();
  const ways = new Array<number>(amount + 1).fill(0);
  ways[0] = 1;
  for (const coin of COINS) {
    for (let paid = coin; paid <= amount; paid++) ways[paid] = (ways[paid] ?? 0) + (ways[paid - coin] ?? 0);
  }
  return rememberWaysUpTo(amount, ways);
}
