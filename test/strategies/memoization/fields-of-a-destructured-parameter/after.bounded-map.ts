// Results of area by what it reads of its arguments. When it is full it starts over, so that it cannot grow without bound.
const AREA_CACHE_LIMIT = 100_000;
const areaCache = new Map<number, Map<number, number>>();
let areaCacheSize = 0;

function rememberArea(width: number, height: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (height === 0) return result;
  if (areaCacheSize >= AREA_CACHE_LIMIT) {
    areaCache.clear();
    areaCacheSize = 0;
  }
  let byWidth = areaCache.get(width);
  if (byWidth === undefined) {
    byWidth = new Map();
    areaCache.set(width, byWidth);
  }
  byWidth.set(height, result);
  areaCacheSize += 1;
  return result;
}

export function area({ width, height }: { width: number; height: number }): number {
  const cached = areaCache.get(width)?.get(height);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 0; i < width; i++) sum += height;
  return rememberArea(width, height, sum);
}
