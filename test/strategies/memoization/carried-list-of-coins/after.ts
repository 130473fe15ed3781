/** In how many ways an amount can be paid. */
export function ways(amount: number, coins: readonly number[], from: number): number {
  // Results of solve by its arguments, which hold for this call of ways only.
  const solveCache: number[][] = [];

  function rememberSolve(amount: number, from: number, result: number): number {
    (solveCache[amount] ??= [])[from] = result;
    return result;
  }

  const solve = (amount: number, from: number): number => {
    if (amount === 0) return 1;
    const coin = coins[from];
    if (amount < 0 || coin === undefined) return 0;
    const cached = solveCache[amount]?.[from];
    if (cached !== undefined) return cached;
    return rememberSolve(amount, from, solve(amount - coin, from) + solve(amount, from + 1));
  };
  return solve(amount, from);
}
