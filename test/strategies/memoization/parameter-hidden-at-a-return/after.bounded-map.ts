// Results of firstRepeat by its argument. When it is full it starts over, so that it cannot grow without bound.
const FIRST_REPEAT_CACHE_LIMIT = 100_000;
const firstRepeatCache = new Map<number, number>();

function rememberFirstRepeat(seed: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (seed === 0) return result;
  if (firstRepeatCache.size >= FIRST_REPEAT_CACHE_LIMIT) firstRepeatCache.clear();
  firstRepeatCache.set(seed, result);
  return result;
}

export function firstRepeat(seed: number): number {
  const key = seed;
  const cached = firstRepeatCache.get(key);
  if (cached !== undefined) return cached;
  let value = seed;
  for (let step = 0; step < 50; step++) {
    value = (value * 17 + 3) % 101;
    const tail = [1, 2, 3].map((seed) => {
      return seed * value;
    });
    if (tail.includes(42)) {
      const seed = step;
      return rememberFirstRepeat(key, seed);
    }
  }
  return rememberFirstRepeat(key, -1);
}
