interface Balance {
  readonly account: string;
  cents: number;
}

export function settle(transfers: readonly { from: string; to: string; cents: number }[], balances: readonly Balance[]): Balance[] {
  const after = new Array<{ account: string; cents: number; }>(balances.length);
  for (let i = 0; i < balances.length; i++) {
    if (!(i in balances)) continue; // map skips holes
    const balance = balances[i]!;
    after[i] = { ...balance };
  }
  for (const { from, to, cents } of transfers) {
    const payer = after.find((one) => one.account === from);
    const payee = after.find((one) => one.account === to);
    if (!payer || !payee) continue;
    payer.cents -= cents;
    payee.cents += cents;
  }
  return after;
}
