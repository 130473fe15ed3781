/** Ways to pay an amount with coins. */
export function changeWays(coins: readonly number[], amount: number): number {
  // Results of ways by its arguments, which hold for this call of changeWays only.
  const waysCache: number[][] = [];

  function rememberWays(index: number, left: number, result: number): number {
    (waysCache[index] ??= [])[left] = result;
    return result;
  }

  function ways(index: number, left: number): number {
    if (left === 0) return 1;
    const coin = coins[index];
    if (coin === undefined || left < 0) return 0;
    const cached = waysCache[index]?.[left];
    if (cached !== undefined) return cached;
    return rememberWays(index, left, ways(index, left - coin) + ways(index + 1, left));
  }
  return ways(0, amount);
}
