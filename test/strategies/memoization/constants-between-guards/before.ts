/** Ways to pay an amount with coins. */
export function changeWays(coins: readonly number[], amount: number): number {
  function ways(index: number, left: number): number {
    if (left === 0) return 1;
    const coin = coins[index];
    if (coin === undefined || left < 0) return 0;
    return ways(index, left - coin) + ways(index + 1, left);
  }
  return ways(0, amount);
}
