import { waysToPayKernel } from './before.ways-to-pay.wasm.ts';

/** How many ways there are to pay each amount. */
export function waysToPay(coins: readonly number[], amount: number): number[] {
  const fast = waysToPayKernel(coins, amount);
  if (fast !== undefined) return fast;
  const ways: number[] = new Array(amount + 1).fill(0);
  ways[0] = 1;
  for (const coin of coins) {
    for (let paid = coin; paid <= amount; paid++) {
      ways[paid] += ways[paid - coin];
    }
  }
  return ways;
}
