// Results of crossings by what it reads of its arguments. When it is full it starts over, so that it cannot grow without bound.
const CROSSINGS_CACHE_LIMIT = 100_000;
const crossingsCache = new Map<number, Map<number, Map<number | undefined, number>>>();
let crossingsCacheSize = 0;

function rememberCrossings(corner0: number, corner1: number, limits0: number | undefined, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (limits0 === 0) return result;
  if (crossingsCacheSize >= CROSSINGS_CACHE_LIMIT) {
    crossingsCache.clear();
    crossingsCacheSize = 0;
  }
  let byCorner0 = crossingsCache.get(corner0);
  if (byCorner0 === undefined) {
    byCorner0 = new Map();
    crossingsCache.set(corner0, byCorner0);
  }
  let byCorner1 = byCorner0.get(corner1);
  if (byCorner1 === undefined) {
    byCorner1 = new Map();
    byCorner0.set(corner1, byCorner1);
  }
  byCorner1.set(limits0, result);
  crossingsCacheSize += 1;
  return result;
}

/** Lattice points on the way from one corner to the other. */
export function crossings(corner: readonly [number, number], limits: number[]): number {
  const cached = crossingsCache.get(corner[0])?.get(corner[1])?.get(limits[0]);
  if (cached !== undefined) return cached;
  let count = 0;
  for (let i = 1; i < corner[0]; i++) if ((i * corner[1]) % corner[0] === 0) count++;
  return rememberCrossings(corner[0], corner[1], limits[0], Math.min(count, limits[0] ?? 5));
}
