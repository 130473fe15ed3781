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

/** A tax and its class, as text. */
export function tax(income: number): string {
  const rate = RATES.filter(({ from }) => from <= income).at(-1);
  const above = RATES.findIndex((one) => one.from > income);
  return `${roman(above + 2)} ${Math.round((income * (rate?.percent ?? 0)) / 100)}`;
}
