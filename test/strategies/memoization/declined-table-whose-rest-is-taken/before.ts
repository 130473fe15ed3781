const RATES = [
  [0, 0],
  [10_000, 20],
];

export function others(): number[][] {
  const [, ...rest] = RATES;
  return rest;
}

export function tax(income: number): number {
  let sum = 0;
  for (const [from = 0, percent = 0] of RATES) if (from <= income) sum += (income * percent) / 100;
  return Math.round(sum * 1.1);
}
