// Results of slope by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const SLOPE_CACHE_LIMIT = 1_000;
const slopeCache: number[][] = [];

function rememberSlope(x: number, steps: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (x === 0) return result;
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < SLOPE_CACHE_LIMIT;
  if (isSmall(x) && isSmall(steps)) (slopeCache[x] ??= [])[steps] = result;
  return result;
}

export function slope(x: number, steps: number): number {
  const turned = -x;
  if (turned > 5 || steps <= 0) return 0;
  const cached = slopeCache[x]?.[steps];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i <= steps; i++) sum += i / turned;
  return rememberSlope(x, steps, sum);
}
