// Results of damped by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const DAMPED_CACHE_LIMIT = 100_000;
const dampedCache: number[] = [];

function rememberDamped(x: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (x === 0) return result;
  if (Number.isInteger(x) && x >= 0 && x < DAMPED_CACHE_LIMIT) dampedCache[x] = result;
  return result;
}

export function damped(x: number): number {
  const cached = dampedCache[x];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += Math.cos(k) / k;
  return rememberDamped(x, x * sum);
}
