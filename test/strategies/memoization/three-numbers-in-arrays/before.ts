/** Ways to throw a sum with some dice of so many sides. */
export const diceWays = (dice: number, sides: number, key: number): number => {
  if (dice === 0) return key === 0 ? 1 : 0;
  if (key <= 0) return 0;
  let ways = 0;
  for (let side = 1; side <= sides; side++) ways += diceWays(dice - 1, sides, key - side);
  return ways;
};
