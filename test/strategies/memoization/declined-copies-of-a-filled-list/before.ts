const COINS: number[] = [1, 2, 5];
COINS.push(0.5);
COINS[1] = -1;

export function weights(amount: number): number[] {
  const table = new Array<number>(amount + 1).fill(0);
  for (const coin of COINS) {
    for (let round = 0; round < 200; round++) table[coin] = (table[coin] ?? 0) + Math.sqrt(round) * coin;
  }
  return table;
}
