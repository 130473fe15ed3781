// Results of ways by its arguments. When it is full it starts over, so that it cannot grow without bound.
const WAYS_CACHE_LIMIT = 100_000;
const waysCache = new Map<number, Map<number, Map<number, number>>>();
let waysCacheSize = 0;

function rememberWays(dice: number, sides: number, target: number, result: number): number {
  if (waysCacheSize >= WAYS_CACHE_LIMIT) {
    waysCache.clear();
    waysCacheSize = 0;
  }
  let byDice = waysCache.get(dice);
  if (byDice === undefined) {
    byDice = new Map();
    waysCache.set(dice, byDice);
  }
  let bySides = byDice.get(sides);
  if (bySides === undefined) {
    bySides = new Map();
    byDice.set(sides, bySides);
  }
  bySides.set(target, result);
  waysCacheSize += 1;
  return result;
}

export function ways(dice: number, sides: number, target: number): number {
  if (dice === 0) return target === 0 ? 1 : 0;
  const cached = waysCache.get(dice)?.get(sides)?.get(target);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let face = 1; face <= sides; face++) sum += ways(dice - 1, sides, target - face);
  return rememberWays(dice, sides, target, sum);
}
