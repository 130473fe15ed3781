const rates = [
  { code: 'EUR', rate: 1 },
  { code: 'USD', rate: 1.1 },
];
const ignored = ['XAU', 'XAG'];

export function inEuro(amounts: { code: string; amount: number }[]): number {
  let sum = 0;
  const ignoredSet = new Set(ignored);
  const ratesByCode = new Map<string, (typeof rates)[number]>();
  rates.forEach((rate) => {
    if (!ratesByCode.has(rate.code)) ratesByCode.set(rate.code, rate);
  });
  for (const { code, amount } of amounts) {
    if (ignoredSet.has(code)) continue;
    const known = ratesByCode.get(code);
    if (known === undefined) throw new Error(`no rate for ${code}`);
    sum += amount / known.rate;
  }
  return sum;
}
