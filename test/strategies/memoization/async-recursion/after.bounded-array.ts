// Results of paths by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const PATHS_CACHE_LIMIT = 1_000;
const pathsCache: number[][] = [];

function rememberPaths(rows: number, columns: number, result: number): number {
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < PATHS_CACHE_LIMIT;
  if (isSmall(rows) && isSmall(columns)) (pathsCache[rows] ??= [])[columns] = result;
  return result;
}

export async function paths(rows: number, columns: number): Promise<number> {
  if (rows === 0 || columns === 0) return 1;
  const cached = pathsCache[rows]?.[columns];
  if (cached !== undefined) return cached;
  return rememberPaths(rows, columns, (await paths(rows - 1, columns)) + (await paths(rows, columns - 1)));
}
