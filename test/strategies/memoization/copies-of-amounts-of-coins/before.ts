const COINS = [1, 2, 5];

/** In how many ways each amount up to this one can be paid. */
export function waysUpTo(amount: number): number[] {
  const ways = new Array<number>(amount + 1).fill(0);
  ways[0] = 1;
  for (const coin of COINS) {
    for (let paid = coin; paid <= amount; paid++) ways[paid] = (ways[paid] ?? 0) + (ways[paid - coin] ?? 0);
  }
  return ways;
}
