// Random loops for the kernel compiler in which a round writes beside the element that the round before has written: filters, running sums and
// tables of dynamic programming, with rounds that leave it out, write it twice, write elsewhere, or begin outside of the array.

export interface CarriedRounds {
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Of the variables that there are, and `i` and `e`. */
  readonly expression: () => string;
}

export function carriedLoop({ pick, expression }: CarriedRounds): string {
  const { element, length } = pick(places);
  // What is written by each round, and what is beside it.
  const isInside = pick([true, true, true, true, true, false]);
  const ahead = pick(isInside ? [''] : ['', ' + 1', ' - 1']);
  const own = element(`i${ahead}`);
  const others = isInside ? [own] : [own, element(`i${ahead} - 2`)];
  const before = pick([element(`i${ahead} - 1`), element(`i${ahead} - 1`), element(`i${ahead} - 1`), ...others]);
  const value = (): string =>
    pick([
      `${before} + ${expression()}`,
      `Math.max(${before}, ${expression()}, ${own})`,
      `Math.min(${before} + 1, ${expression()}, ${pick([own, before, 'e'])} + 1)`,
      `0.5 * ${before} - ${own}`,
      `(${before} * 31 + i) | 0`,
      `${expression()}`,
    ]);
  const write = (): string => `${own} = ${value()};`;
  const round = pick([
    write(),
    write(),
    `if (i % 3 === 1) ${write()} else ${write()}`,
    `if (i % 3 === 1) ${write()}`,
    `if (i === 4) continue; ${write()}`,
    `${write()} if (i === 4) continue; u += ${before};`,
    `${write()} if (u > 1e9) break; ${write()}`,
    `const o = i${ahead}; ${element('o')} = ${element('o - 1')} + ${expression()}; u += ${before};`,
    `if (i > 0) ${write()} else ${own} = e;`,
    `${write()} ${element('2')} = ${expression()};`,
    `for (let l = 0; l < 2; l++) { ${write()} } v += ${before};`,
    `${write()} g[0][i & 3] = ${own}; u -= g[1][i & 3];`,
  ]);
  const first = pick(isInside ? ['1', '1', '2', '1 + (m & 1)'] : ['0', '-1', '0.5', 'm & 1']);
  const bound = pick(isInside ? [length, length, `${length} - 1`, '4'] : ['4', '(n & 3) + 3', '9']);
  const test = isInside ? '<' : pick(['<', '<=']);
  const step = pick(['i++', 'i++', 'i++', 'i += 1', 'i += 2']);
  return `{ let e = ${pick(['1', 'n', 'x'])}; for (let r = 1; r < 3; r++) { for (let i = ${first}; i ${test} ${bound}; ${step}) { ${round} } e += 1; } const r = 1; u += ${element('3')}; }`;
}

/** `r` is 1 or 2. */
const places: readonly { readonly element: (index: string) => string; readonly length: string }[] = [
  { element: (index) => `h[${index}]`, length: '12' },
  { element: (index) => `h[r * 8 + ${index}]`, length: '(n & 7)' },
  { element: (index) => `q[${index}]`, length: '12' },
  { element: (index) => `d[${index}]`, length: 'd.length' },
  { element: (index) => `d[${index}]`, length: '7' },
  { element: (index) => `g[1][${index}]`, length: 'g[1].length' },
  { element: (index) => `g[r][${index}]`, length: '3' },
  { element: (index) => `t[r][${index}]`, length: '(m & 7)' },
  { element: (index) => `t[r - 1][${index}]`, length: '(m & 7)' },
  { element: (index) => `a[${index}]`, length: 'a.length' },
  { element: (index) => `c[${index}]`, length: 'c.length' },
];
