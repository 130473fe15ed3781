const weigh = async (n: number): Promise<number> => {
  if (n > 8) throw new RangeError(`too heavy: ${n}`);
  return n * 2 + 1;
};

// Results of load by its argument, as promises: calls that come while the first one waits share it. When it is full it starts over.
const LOAD_CACHE_LIMIT = 100_000;
const loadCache = new Map<number, Promise<number>>();

async function computeLoad(id: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < id; i++) sum += await weigh(i);
  return sum;
}

export async function load(id: number): Promise<number> {
  const shared = loadCache.get(id);
  // An error is nobody else's: who waited for one that failed computes by itself.
  if (shared !== undefined) return shared.catch(() => computeLoad(id));
  if (loadCache.size >= LOAD_CACHE_LIMIT) loadCache.clear();
  const computing = computeLoad(id);
  loadCache.set(id, computing);
  computing.catch(() => loadCache.delete(id));
  return computing;
}
