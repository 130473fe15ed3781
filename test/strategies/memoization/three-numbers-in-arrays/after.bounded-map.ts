// Results of diceWays by its arguments. When it is full it starts over, so that it cannot grow without bound.
const DICE_WAYS_CACHE_LIMIT = 100_000;
const diceWaysCache = new Map<number, Map<number, Map<number, number>>>();
let diceWaysCacheSize = 0;

function rememberDiceWays(dice: number, sides: number, key: number, result: number): number {
  if (diceWaysCacheSize >= DICE_WAYS_CACHE_LIMIT) {
    diceWaysCache.clear();
    diceWaysCacheSize = 0;
  }
  let byDice = diceWaysCache.get(dice);
  if (byDice === undefined) {
    byDice = new Map();
    diceWaysCache.set(dice, byDice);
  }
  let bySides = byDice.get(sides);
  if (bySides === undefined) {
    bySides = new Map();
    byDice.set(sides, bySides);
  }
  bySides.set(key, result);
  diceWaysCacheSize += 1;
  return result;
}

/** Ways to throw a sum with some dice of so many sides. */
export const diceWays = (dice: number, sides: number, key: number): number => {
  if (dice === 0) return key === 0 ? 1 : 0;
  if (key <= 0) return 0;
  const cached = diceWaysCache.get(dice)?.get(sides)?.get(key);
  if (cached !== undefined) return cached;
  let ways = 0;
  for (let side = 1; side <= sides; side++) ways += diceWays(dice - 1, sides, key - side);
  return rememberDiceWays(dice, sides, key, ways);
};
