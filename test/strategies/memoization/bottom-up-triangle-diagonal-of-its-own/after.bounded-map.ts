// Results of weights by its arguments. When it is full it starts over, so that it cannot grow without bound.
const WEIGHTS_CACHE_LIMIT = 100_000;
const weightsCache = new Map<number, Map<number, number>>();
let weightsCacheSize = 0;

function rememberWeights(n: number, k: number, result: number): number {
  if (weightsCacheSize >= WEIGHTS_CACHE_LIMIT) {
    weightsCache.clear();
    weightsCacheSize = 0;
  }
  let byN = weightsCache.get(n);
  if (byN === undefined) {
    byN = new Map();
    weightsCache.set(n, byN);
  }
  byN.set(k, result);
  weightsCacheSize += 1;
  return result;
}

/** Its diagonal and a column in the middle are computed, and the diagonal is asked first. */
export function weights(n: number, k: number): number {
  if (k === 0) return 3;
  if (k === n) return 2 * k;
  if (k === 4 || n === 7) return n + k;
  const cached = weightsCache.get(n)?.get(k);
  if (cached !== undefined) return cached;
  return rememberWeights(n, k, weights(n - 1, k - 1) - weights(n - 1, k));
}
