// Results of paths by its arguments. When it is full it starts over, so that it cannot grow without bound.
const PATHS_CACHE_LIMIT = 100_000;
const pathsCache = new Map<number, Map<number, number>>();
let pathsCacheSize = 0;

function rememberPaths(n: number, k: number, result: number): number {
  if (pathsCacheSize >= PATHS_CACHE_LIMIT) {
    pathsCache.clear();
    pathsCacheSize = 0;
  }
  let byN = pathsCache.get(n);
  if (byN === undefined) {
    byN = new Map();
    pathsCache.set(n, byN);
  }
  byN.set(k, result);
  pathsCacheSize += 1;
  return result;
}

/** Where both are zero the diagonal answers, not the first column. */
export const paths = (n: number, k: number): number => {
  if (n === k) return 2;
  const cached = pathsCache.get(n)?.get(k);
  if (cached !== undefined) return cached;
  return rememberPaths(n, k, k === 0 ? 1 : paths(n - 1, k - 1) + paths(n - 1, k));
};
