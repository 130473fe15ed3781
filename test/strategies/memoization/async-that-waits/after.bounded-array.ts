const weigh = async (n: number): Promise<number> => {
  if (n > 8) throw new RangeError(`too heavy: ${n}`);
  return n * 2 + 1;
};

// Results of load by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const LOAD_CACHE_LIMIT = 100_000;
const loadCache: number[] = [];

function rememberLoad(id: number, result: number): number {
  if (Number.isInteger(id) && id >= 0 && id < LOAD_CACHE_LIMIT) loadCache[id] = result;
  return result;
}

export async function load(id: number): Promise<number> {
  const cached = loadCache[id];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 0; i < id; i++) sum += await weigh(i);
  return rememberLoad(id, sum);
}
