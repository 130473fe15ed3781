/** In how many ways each amount up to a limit can be paid. */
export function waysToPay(coins: number[], limit: number): number[] {
  if (!Number.isInteger(limit) || limit < 0) return [];
  // A plain array throws for what is no array length; a typed array would round it.
  if ((limit + 1) >>> 0 !== limit + 1) throw new RangeError('Invalid array length');
  const ways = new Float64Array(limit + 1);
  ways[0] = 1;
  for (const coin of coins) {
    for (let amount = 1; amount <= limit; amount++) {
      if (amount >= coin) ways[amount]! += ways[amount - coin]!;
    }
  }
  const plain = new Array<number>(ways.length);
  for (let i = 0; i < plain.length; i++) plain[i] = ways[i]!;
  return plain;
}
