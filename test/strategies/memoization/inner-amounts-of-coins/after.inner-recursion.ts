/** In how many ways the coins make up the amount. */
export function ways(coins: readonly number[], amount: number): number {
  // Results of from by its arguments, which hold for this call of ways only.
  const fromCache: number[][] = [];

  function rememberFrom(index: number, left: number, result: number): number {
    (fromCache[index] ??= [])[left] = result;
    return result;
  }

  function from(index: number, left: number): number {
    if (left === 0) return 1;
    const coin = coins[index];
    if (coin === undefined || left < 0) return 0;
    const cached = fromCache[index]?.[left];
    if (cached !== undefined) return cached;
    return rememberFrom(index, left, from(index, left - coin) + from(index + 1, left));
  }
  return from(0, amount);
}
