/** The fewest coins that make up the amount, or -1. */
export function fewestCoins(coins: number[], amount: number): number {
  const fewest = new Array(amount + 1).fill(Infinity);
  fewest[0] = 0;
  for (let i = 1; i <= amount; i++) {
    for (const coin of coins) {
      if (coin <= i) fewest[i] = Math.min(fewest[i], fewest[i - coin] + 1);
    }
  }
  return fewest[amount] === Infinity ? -1 : fewest[amount];
}
