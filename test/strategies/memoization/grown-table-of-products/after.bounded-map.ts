// Results of shapes by its argument. When it is full it starts over, so that it cannot grow without bound.
const SHAPES_CACHE_LIMIT = 100_000;
const shapesCache = new Map<number, number>();

function rememberShapes(n: number, result: number): number {
  if (shapesCache.size >= SHAPES_CACHE_LIMIT) shapesCache.clear();
  shapesCache.set(n, result);
  return result;
}

/** In how many shapes a binary tree of n nodes comes. */
export function shapes(n: number): number {
  if (n < 0) {
    throw new RangeError('No tree has fewer nodes than none.');
  }
  if (n <= 1) return 1;
  const cached = shapesCache.get(n);
  if (cached !== undefined) return cached;
  // Each node may be the root.
  let total = 0;
  for (let root = 1; root <= n; root++) {
    total += shapes(root - 1) * shapes(n - root);
  }
  return rememberShapes(n, total);
}
