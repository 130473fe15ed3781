// Results of area by what it reads of its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const AREA_CACHE_LIMIT = 1_000;
const areaCache: number[][] = [];

function rememberArea(width: number, height: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (height === 0) return result;
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < AREA_CACHE_LIMIT;
  if (isSmall(width) && isSmall(height)) (areaCache[width] ??= [])[height] = result;
  return result;
}

export function area({ width, height }: { width: number; height: number }): number {
  const cached = areaCache[width]?.[height];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 0; i < width; i++) sum += height;
  return rememberArea(width, height, sum);
}
