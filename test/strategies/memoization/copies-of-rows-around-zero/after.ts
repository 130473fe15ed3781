// Results of bell by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const BELL_CACHE_LIMIT = 1_000;
const bellCache = new Map<number, number[]>();

function rememberBell(radius: number, result: number[]): number[] {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (radius === 0) return result;
  // Only for whole numbers from 0 to 65,535 all that is stored is certainly an element, and a copy holds elements alone.
  if (!(Number.isInteger(radius) && radius >= 0 && radius <= 65_535)) return result;
  if (bellCache.size >= BELL_CACHE_LIMIT) bellCache.clear();
  bellCache.set(radius, result.slice());
  return result;
}

export function bell(radius: number): number[] {
  const cached = bellCache.get(radius);
  if (cached !== undefined) return cached.slice();
  const weights: number[] = [];
  for (let i = -radius; i <= radius; i++) weights[i + radius] = Math.exp((-i * i) / (2 * radius * radius));
  return rememberBell(radius, weights);
}
