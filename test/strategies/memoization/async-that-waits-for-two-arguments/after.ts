async function distance(from: number, to: number): Promise<number> {
  if (from === to) throw new RangeError(`no way from ${from}`);
  return Math.abs(from - to);
}

// Results of route by its arguments, as promises: calls that come while the first one waits share it. When it is full it starts over.
const ROUTE_CACHE_LIMIT = 100_000;
const routeCache = new Map<number, Map<number, Promise<number>>>();
let routeCacheSize = 0;

function rememberRoute(stops: number, step: number, result: Promise<number>): Promise<number> {
  if (routeCacheSize >= ROUTE_CACHE_LIMIT) {
    routeCache.clear();
    routeCacheSize = 0;
  }
  let byStops = routeCache.get(stops);
  if (byStops === undefined) {
    byStops = new Map();
    routeCache.set(stops, byStops);
  }
  byStops.set(step, result);
  routeCacheSize += 1;
  return result;
}

async function computeRoute(stops: number, step: number): Promise<number> {
  let total = 0;
  for (let stop = 0; stop < stops; stop++) total += await distance(stop * step, 1 / step);
  return total;
}

export async function route(stops: number, step: number): Promise<number> {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (step === 0) return computeRoute(stops, step);
  const shared = routeCache.get(stops)?.get(step);
  // An error is nobody else's: who waited for one that failed computes by itself.
  if (shared !== undefined) return shared.catch(() => computeRoute(stops, step));
  const computing = rememberRoute(stops, step, computeRoute(stops, step));
  computing.catch(() => routeCache.get(stops)?.delete(step));
  return computing;
}
