/** In how many ways each amount up to a limit can be paid. */
export function waysToPay(coins: number[], limit: number): number[] {
  if (!Number.isInteger(limit) || limit < 0) return [];
  const ways: number[] = new Array(limit + 1).fill(0);
  ways[0] = 1;
  for (const coin of coins) {
    for (let amount = 1; amount <= limit; amount++) {
      if (amount >= coin) ways[amount]! += ways[amount - coin]!;
    }
  }
  return ways;
}
