// Results of firstRepeat by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const FIRST_REPEAT_CACHE_LIMIT = 100_000;
const firstRepeatCache: number[] = [];

function rememberFirstRepeat(seed: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (seed === 0) return result;
  if (Number.isInteger(seed) && seed >= 0 && seed < FIRST_REPEAT_CACHE_LIMIT) firstRepeatCache[seed] = result;
  return result;
}

export function firstRepeat(seed: number): number {
  const key = seed;
  const cached = firstRepeatCache[key];
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
