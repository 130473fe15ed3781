const RATES = [
  { from: 0, percent: 0 },
  { from: 10_000, percent: 20 },
];

export function raise(): void {
  const [first, second] = RATES;
  const highest = second ?? first;
  if (highest !== undefined) highest.percent += 1;
}

export function tax(income: number): number {
  let sum = 0;
  for (const { from, percent } of RATES) if (from <= income) sum += (income * percent) / 100;
  return Math.round(sum * 1.1);
}
