// Results of paths by its arguments. When it is full it starts over, so that it cannot grow without bound.
const PATHS_CACHE_LIMIT = 100_000;
const pathsCache = new Map<number, Map<number, number>>();
let pathsCacheSize = 0;

function rememberPaths(rows: number, columns: number, result: number): number {
  if (pathsCacheSize >= PATHS_CACHE_LIMIT) {
    pathsCache.clear();
    pathsCacheSize = 0;
  }
  let byRows = pathsCache.get(rows);
  if (byRows === undefined) {
    byRows = new Map();
    pathsCache.set(rows, byRows);
  }
  byRows.set(columns, result);
  pathsCacheSize += 1;
  return result;
}

export async function paths(rows: number, columns: number): Promise<number> {
  if (rows === 0 || columns === 0) return 1;
  const cached = pathsCache.get(rows)?.get(columns);
  if (cached !== undefined) return cached;
  return rememberPaths(rows, columns, (await paths(rows - 1, columns)) + (await paths(rows, columns - 1)));
}
