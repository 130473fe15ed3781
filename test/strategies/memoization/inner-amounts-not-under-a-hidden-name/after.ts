export function ways(coins: readonly number[], left: number): number {
  // Results of from by its arguments, which hold for this call of ways only.
  const fromCache: number[][] = [];

  function rememberFrom(i: number, left: number, result: number): number {
    (fromCache[i] ??= [])[left] = result;
    return result;
  }

  const from = (i: number, left: number): number => {
    if (left === 0) return 1;
    if (i === coins.length || left < 0) return 0;
    const cached = fromCache[i]?.[left];
    if (cached !== undefined) return cached;
    return rememberFrom(i, left, from(i, left - coins[i]!) + from(i + 1, left));
  };
  return from(0, left);
}
