// Results of weight by its arguments. When it is full it starts over, so that it cannot grow without bound.
const WEIGHT_CACHE_LIMIT = 8;
const weightCache = new Map<boolean, Map<'low' | 'mid' | 'high' | undefined, number>>();
let weightCacheSize = 0;

function rememberWeight(isHeavy: boolean, kind: 'low' | 'mid' | 'high' | undefined, result: number): number {
  if (weightCacheSize >= WEIGHT_CACHE_LIMIT) {
    weightCache.clear();
    weightCacheSize = 0;
  }
  let byIsHeavy = weightCache.get(isHeavy);
  if (byIsHeavy === undefined) {
    byIsHeavy = new Map();
    weightCache.set(isHeavy, byIsHeavy);
  }
  byIsHeavy.set(kind, result);
  weightCacheSize += 1;
  return result;
}

export function weight(isHeavy: boolean, kind: 'low' | 'mid' | 'high' | undefined): number {
  const cached = weightCache.get(isHeavy)?.get(kind);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += Math.sqrt(i) * (isHeavy ? 2 : 1) + (kind ?? '').length;
  return rememberWeight(isHeavy, kind, sum);
}
