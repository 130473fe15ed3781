// Results of diceWays by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const DICE_WAYS_CACHE_LIMIT = 100;
const diceWaysCache: number[][][] = [];

function rememberDiceWays(dice: number, sides: number, key: number, result: number): number {
  const isSmall = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < DICE_WAYS_CACHE_LIMIT;
  if (isSmall(dice) && isSmall(sides) && isSmall(key)) ((diceWaysCache[dice] ??= [])[sides] ??= [])[key] = result;
  return result;
}

/** Ways to throw a sum with some dice of so many sides. */
export const diceWays = (dice: number, sides: number, key: number): number => {
  if (dice === 0) return key === 0 ? 1 : 0;
  if (key <= 0) return 0;
  const cached = diceWaysCache[dice]?.[sides]?.[key];
  if (cached !== undefined) return cached;
  let ways = 0;
  for (let side = 1; side <= sides; side++) ways += diceWays(dice - 1, sides, key - side);
  return rememberDiceWays(dice, sides, key, ways);
};
