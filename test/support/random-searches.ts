// Random loops that look for a divisor, for the kernel compiler: nothing happens in their rounds until a remainder is zero, or nearly nothing;
// counters that begin below zero or at a fraction, divisors of zero, and dividends that are changed by what is found.

type Pick = <T>(choices: readonly T[]) => T;

/** `value` gives an expression of the variables that there are. */
export function searchForDivisor(pick: Pick, value: () => string): string {
  const dividend = (): string => pick(['n', 'n', 'm', 'x', 'u', 'i', '30030', '(n + m)', 'n * m', value()]);
  const divisor = (): string => pick(['i', 'i', 'i', '(i + 2)', '(i + -1)', '7', 'm', '0']);
  const remainder = (): string => `${dividend()} % ${divisor()}`;
  const isFound = (): string =>
    pick([
      () => `${remainder()} === 0`,
      () => `${remainder()} === 0`,
      () => `!(${remainder()})`,
      () => `${remainder()} === 0 || ${remainder()} === 0`,
      () => `${remainder()} === 1`,
      () => `${remainder()} !== 0`,
    ])();
  const found = (): string =>
    pick([
      'v = i; break;',
      'break;',
      'u += i; break;',
      'u -= i;',
      'v = i; continue;',
      `w = ${value()}; break;`,
      'm += 1; break;',
    ]);
  const rounds = pick([
    () => `if (${isFound()}) { ${found()} }`,
    () => `if (${isFound()}) { ${found()} }`,
    () => `if (${isFound()}) { ${found()} } if (${isFound()}) { ${found()} }`,
    () => `if (${isFound()}) { ${found()} } else w = i;`,
  ])();
  const start = pick(['2', '2', '1', '0', '3', '5', '-3', '0.5', '(m & 7)']);
  const step = pick(['i++', 'i += 2', 'i += 1', 'i += 6', 'i += 0.5', 'i += 100']);
  const test = pick([
    'i * i <= n',
    'i * i <= n',
    'i < 50',
    'i <= (n & 63)',
    'i + (m & 7) < 40',
    'i * 3 < 90',
    '5 * i <= (n & 255)',
  ]);
  // The largest of numbers would take for ever.
  if (pick([true, true, false])) return `if (n < 1e6) for (let i = ${start}; ${test}; ${step}) { ${rounds} }`;
  return `if (n < 1e6) { let i = ${start}; while (${test}) { ${rounds.replaceAll('continue;', '')} ${step}; } }`;
}
