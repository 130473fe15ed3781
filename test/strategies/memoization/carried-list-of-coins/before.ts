/** In how many ways an amount can be paid. */
export function ways(amount: number, coins: readonly number[], from: number): number {
  if (amount === 0) return 1;
  const coin = coins[from];
  if (amount < 0 || coin === undefined) return 0;
  return ways(amount - coin, coins, from) + ways(amount, coins, from + 1);
}
