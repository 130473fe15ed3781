/** In how many ways the coins make up the amount. */
export function ways(coins: readonly number[], amount: number): number {
  function from(index: number, left: number): number {
    if (left === 0) return 1;
    const coin = coins[index];
    if (coin === undefined || left < 0) return 0;
    return from(index, left - coin) + from(index + 1, left);
  }
  return from(0, amount);
}
