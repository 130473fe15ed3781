/** Takes what is spent off each account, until one has too little. */
export function withdraw(balances: number[], amounts: readonly number[]): boolean {
  for (let i = 0; i < amounts.length; i++) {
    if (balances[i]! < amounts[i]!) throw new RangeError('too little');
    balances[i] = balances[i]! - amounts[i]!;
  }
  return balances.length > 0;
}
