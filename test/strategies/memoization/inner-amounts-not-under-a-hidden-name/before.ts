export function ways(coins: readonly number[], left: number): number {
  const from = (i: number, left: number): number => {
    if (left === 0) return 1;
    if (i === coins.length || left < 0) return 0;
    return from(i, left - coins[i]!) + from(i + 1, left);
  };
  return from(0, left);
}
