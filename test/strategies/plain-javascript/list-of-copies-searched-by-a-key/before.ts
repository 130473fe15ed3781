interface Balance {
  readonly account: string;
  cents: number;
}

export function settle(transfers: readonly { from: string; to: string; cents: number }[], balances: readonly Balance[]): Balance[] {
  const after = balances.map((balance) => ({ ...balance }));
  for (const { from, to, cents } of transfers) {
    const payer = after.find((one) => one.account === from);
    const payee = after.find((one) => one.account === to);
    if (!payer || !payee) continue;
    payer.cents -= cents;
    payee.cents += cents;
  }
  return after;
}
