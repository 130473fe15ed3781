/** The yearly rate at which each loan is paid back in time. */
export function ratesOf(payments: readonly number[], principal: number, unit: string): number[] {
  if (principal <= 0) return [];
  const months = unit === 'years' ? 12 : 1;
  return payments.map((payment) => {
    if (payment < 0) throw new RangeError(`a payment of ${payment}`);
    let rate = 0.1;
    for (let round = 0; round < 40; round++) {
      const factor = (1 + rate) ** (-months * 10);
      rate = Math.max(1e-9, rate - (principal * rate - payment * (1 - factor)) / principal);
    }
    return rate;
  });
}
