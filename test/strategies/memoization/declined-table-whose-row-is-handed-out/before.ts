const RATES = [
  { from: 0, percent: 0 },
  { from: 10_000, percent: 20 },
];

export function rateOf(income: number): { from: number; percent: number } | undefined {
  return RATES.find(({ from }) => from <= income);
}

export function tax(income: number): number {
  let sum = 0;
  for (const { from, percent } of RATES) if (from <= income) sum += (income * percent) / 100;
  return Math.round(sum * 1.1);
}
