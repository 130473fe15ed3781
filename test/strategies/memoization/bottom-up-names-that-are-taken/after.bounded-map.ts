export const results = 1;
export const i = 1;

// Results of delannoy by its arguments. When it is full it starts over, so that it cannot grow without bound.
const DELANNOY_CACHE_LIMIT = 100_000;
const delannoyCache = new Map<number, Map<number, number>>();
let delannoyCacheSize = 0;

function rememberDelannoy(row: number, j: number, result: number): number {
  if (delannoyCacheSize >= DELANNOY_CACHE_LIMIT) {
    delannoyCache.clear();
    delannoyCacheSize = 0;
  }
  let byRow = delannoyCache.get(row);
  if (byRow === undefined) {
    byRow = new Map();
    delannoyCache.set(row, byRow);
  }
  byRow.set(j, result);
  delannoyCacheSize += 1;
  return result;
}

export function delannoy(row: number, j: number): number {
  if (row <= 0 || j <= 0) return 1;
  const cached = delannoyCache.get(row)?.get(j);
  if (cached !== undefined) return cached;
  return rememberDelannoy(row, j, delannoy(row - 1, j) + delannoy(row, j - 1) + delannoy(row - 1, j - 1));
}
