/** Ways to pay an amount with coins. */
export function changeWays(coins: readonly number[], amount: number): number {
  function ways(index: number, left: number): number {
    if (left === 0) return 1;
    const coin = coins[index];
    if (coin === undefined || left < 0) return 0;
    return ways(index, left - coin) + ways(index + 1, left);
  }
  // Only later items and smaller amounts are asked for: from the last item to the first, a row has the results for each amount.
  if (
    Number.isInteger(amount) &&
    amount > 0 &&
    amount <= 1_000_000 &&
    [...coins].every((item) => Number.isInteger(item) && item > 0)
  ) {
    const row = new Array<number>(amount + 1).fill(0);
    row[0] = 1;
    for (let index = coins.length - 1; index >= 0; index--) {
      const coin = coins[index]!;
      for (let left = coin; left <= amount; left++) row[left]! += row[left - coin]!;
    }
    return row[amount]!;
  }
  return ways(0, amount);
}
