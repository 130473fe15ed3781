interface Balance {
  readonly account: string;
  cents: number;
}

export function settle(transfers: readonly { from: string; to: string; cents: number }[], balances: readonly Balance[]): Balance[] {
  const after = balances.map((balance) => ({ ...balance }));
  const afterByAccount = new Map<string, (typeof after)[number]>();
  after.forEach((one) => {
    if (!afterByAccount.has(one.account)) afterByAccount.set(one.account, one);
  });
  for (const { from, to, cents } of transfers) {
    const payer = afterByAccount.get(from);
    const payee = afterByAccount.get(to);
    if (!payer || !payee) continue;
    payer.cents -= cents;
    payee.cents += cents;
  }
  return after;
}
