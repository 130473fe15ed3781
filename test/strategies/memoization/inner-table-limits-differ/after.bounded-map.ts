// Results of cost by its arguments. When it is full it starts over, so that it cannot grow without bound.
const COST_CACHE_LIMIT = 100_000;
const costCache = new Map<string, Map<string, number>>();
let costCacheSize = 0;

function rememberCost(a: string, b: string, result: number): number {
  if (costCacheSize >= COST_CACHE_LIMIT) {
    costCache.clear();
    costCacheSize = 0;
  }
  let byA = costCache.get(a);
  if (byA === undefined) {
    byA = new Map();
    costCache.set(a, byA);
  }
  byA.set(b, result);
  costCacheSize += 1;
  return result;
}

// Where j has reached the length, nothing answers: the recursion goes on to where i has.
export function cost(a: string, b: string): number {
  const cached = costCache.get(a)?.get(b);
  if (cached !== undefined) return cached;
  function rest(i: number, j: number): number {
    if (i === a.length) return j - b.length;
    return Math.min(rest(i + 1, j), rest(i + 1, j + 1)) + (a[i] === b[j] ? 0 : 1);
  }
  return rememberCost(a, b, rest(0, 0));
}
