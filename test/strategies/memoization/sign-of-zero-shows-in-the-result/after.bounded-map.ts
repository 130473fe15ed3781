// Results of damped by its argument. When it is full it starts over, so that it cannot grow without bound.
const DAMPED_CACHE_LIMIT = 100_000;
const dampedCache = new Map<number, number>();

function rememberDamped(x: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (x === 0) return result;
  if (dampedCache.size >= DAMPED_CACHE_LIMIT) dampedCache.clear();
  dampedCache.set(x, result);
  return result;
}

export function damped(x: number): number {
  const cached = dampedCache.get(x);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += Math.cos(k) / k;
  return rememberDamped(x, x * sum);
}
