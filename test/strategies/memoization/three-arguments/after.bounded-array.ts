// Results of ways by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const WAYS_CACHE_LIMIT = 100;
const waysCache: number[][][] = [];

function rememberWays(dice: number, sides: number, target: number, result: number): number {
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < WAYS_CACHE_LIMIT;
  if (isSmall(dice) && isSmall(sides) && isSmall(target)) ((waysCache[dice] ??= [])[sides] ??= [])[target] = result;
  return result;
}

export function ways(dice: number, sides: number, target: number): number {
  if (dice === 0) return target === 0 ? 1 : 0;
  const cached = waysCache[dice]?.[sides]?.[target];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let face = 1; face <= sides; face++) sum += ways(dice - 1, sides, target - face);
  return rememberWays(dice, sides, target, sum);
}
