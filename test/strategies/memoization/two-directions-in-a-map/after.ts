// Results of turnCost by its arguments. When it is full it starts over, so that it cannot grow without bound.
const TURN_COST_CACHE_LIMIT = 100_000;
const turnCostCache = new Map<number, Map<1 | -1, number>>();
let turnCostCacheSize = 0;

function rememberTurnCost(depth: number, direction: 1 | -1, result: number): number {
  if (turnCostCacheSize >= TURN_COST_CACHE_LIMIT) {
    turnCostCache.clear();
    turnCostCacheSize = 0;
  }
  let byDepth = turnCostCache.get(depth);
  if (byDepth === undefined) {
    byDepth = new Map();
    turnCostCache.set(depth, byDepth);
  }
  byDepth.set(direction, result);
  turnCostCacheSize += 1;
  return result;
}

export function turnCost(depth: number, direction: 1 | -1): number {
  if (depth <= 0) return 0;
  const cached = turnCostCache.get(depth)?.get(direction);
  if (cached !== undefined) return cached;
  const on = turnCost(depth - 1, direction);
  return rememberTurnCost(depth, direction, Math.min(on, turnCost(depth - 2, direction === 1 ? -1 : 1) + 3) + 1);
}
