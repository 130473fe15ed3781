/** The fewest coins that make up the amount, or -1. */
export function fewestCoins(coins: number[], amount: number): number {
  // Stays a plain array where amount is no whole number: indices made from it are none either.
  const fewest = amount >= 0 && amount === (amount | 0)
    ? new Float64Array(amount + 1).fill(Infinity)
    : new Array<number>(amount + 1).fill(Infinity);
  fewest[0] = 0;
  for (let i = 1; i <= amount; i++) {
    for (const coin of coins) {
      if (coin <= i) fewest[i] = Math.min(fewest[i]!, fewest[i - coin]! + 1);
    }
  }
  return fewest[amount] === Infinity ? -1 : fewest[amount]!;
}
