interface Rate {
  readonly from: number;
  readonly percent: number;
}

const RATES: readonly Rate[] = [
  { from: 0, percent: 0 },
  { from: 10_000, percent: 20 },
  { from: 50_000, percent: 40 },
];
const SIGNS: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  let rest = n;
  let text = '';
  for (const [value, sign] of SIGNS) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

// Results of tax by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const TAX_CACHE_LIMIT = 100_000;
const taxCache: string[] = [];

function rememberTax(income: number, result: string): string {
  if (Number.isInteger(income) && income >= 0 && income < TAX_CACHE_LIMIT) taxCache[income] = result;
  return result;
}

/** A tax and its class, as text. */
export function tax(income: number): string {
  const cached = taxCache[income];
  if (cached !== undefined) return cached;
  const rate = RATES.filter(({ from }) => from <= income).at(-1);
  const above = RATES.findIndex((one) => one.from > income);
  return rememberTax(income, `${roman(above + 2)} ${Math.round((income * (rate?.percent ?? 0)) / 100)}`);
}
