// Results of gridPaths by its arguments. When it is full it starts over, so that it cannot grow without bound.
const GRID_PATHS_CACHE_LIMIT = 100_000;
const gridPathsCache = new Map<number, Map<number, number>>();
let gridPathsCacheSize = 0;

function rememberGridPaths(rows: number, columns: number, result: number): number {
  if (gridPathsCacheSize >= GRID_PATHS_CACHE_LIMIT) {
    gridPathsCache.clear();
    gridPathsCacheSize = 0;
  }
  let byRows = gridPathsCache.get(rows);
  if (byRows === undefined) {
    byRows = new Map();
    gridPathsCache.set(rows, byRows);
  }
  byRows.set(columns, result);
  gridPathsCacheSize += 1;
  return result;
}

/** Ways from the top left to the bottom right of a grid, right and down only. */
export function gridPaths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  const cached = gridPathsCache.get(rows)?.get(columns);
  if (cached !== undefined) return cached;
  return rememberGridPaths(rows, columns, gridPaths(rows - 1, columns) + gridPaths(rows, columns - 1));
}
