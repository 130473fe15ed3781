// Random loops over neighbours, for the kernel compiler: a few rounds whose number is written in the code within a longer loop, indices that go
// by a counter and may come to lie outside, wrap-around, and values that no round changes, or one does after all.

export interface Neighbourhood {
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Of the variables that there are, and `i`, `e` and `s`. */
  readonly expression: () => string;
}

export function neighbourLoop({ pick, expression }: Neighbourhood): string {
  // Mostly what all of the arrays have elements for, so that programs come to their end.
  const isInside = pick([true, true, true, false]);
  const element = (): string => pick(isInside ? insideElements : anyElements);
  const skip = pick([
    '',
    '',
    'if (e === 0) continue;',
    'if (e === 0 && i > 2) continue;',
    'if (i + e < 0 || i + e >= 8) continue;',
    'if (s > y) break;',
    'if (e > 0) { s -= e; continue; }',
  ]);
  const few = `for (let e = ${pick(['-1', '0', '-2', '1', '3'])}; e ${pick(['<=', '<'])} ${pick(['1', '2', '0'])}; e${pick(['++', '++', ' += 2'])}) { ${skip} s ${pick(['+=', '-=', '*='])} ${pick([element(), `${element()} * ${element()}`, expression()])}; }`;
  const store = pick([
    'h[i & 31] = s;',
    'h[(n & 3) * 8 + (i & 7)] += s;',
    'u += s;',
    'd[i & 7] += s; v += d[i & 3];',
    ...(isInside ? [] : stores),
  ]);
  const bound = pick(isInside ? insideBounds : anyBounds);
  const isLong = bound === 'm - n';
  const test = `i ${pick(['<', '<', '<='])} ${bound}${isLong ? ' && i < 40' : ''}`;
  const first = pick(isInside ? ['0', '0', '1', 'm & 1', '-0'] : ['0', '-1', '0.5', '-0']);
  // An index of the round before, or one that goes by the counter from there on.
  const other = pick([
    '',
    '',
    'o = i;',
    's += h[o]; o = i;',
    'o = i + 1; s -= h[o];',
    'if (s > 0) { o = i; } s += h[o];',
    's += s > 0 ? (o = i, h[o]) : 1; s -= h[o];',
    'if (s > 0 && (o = i, h[o]) > y) s += 2; s -= h[o];',
  ]);
  const rows = pick(['', '', 'if (s > x) g[1][i & 3] = g[0][i & 3]; else g[1][(i + 1) & 3] = s + g[0][0];']);
  const step = pick(['i++', 'i++', 'i += 2', 'i += st', 'i += st', 'i += 5']);
  const round = `let s = ${element().replaceAll(/\be\b/g, '1')}; ${few} ${other} ${rows} ${store}`;
  const far = pick([
    '',
    '',
    'for (let l = i * st; l < 40; l += st) h[l] = s;',
    'for (let l = i * i; l <= 30; l += 3) { if (l === 9) continue; s += h[l + 1]; }',
  ]);
  return `{ let o = ${pick(['n & 15', 'n & 63', '0', '3'])}; const st = ${pick(['1 + (m & 3)', '2', '4', '0.5', '1'])}; for (let i = ${first}; ${test}; ${step}) { ${round} ${far} } }`;
}

const insideElements = [
  'c[(i + e + 8) % 8]',
  'c[(e + i + (n & 7) + 8) % 8]',
  'h[i + e + 3]',
  'h[(m & 3) * 4 + i]',
  'h[(n & 3) * (m & 3) + e + 2]',
  'd[i]',
  'a[i] + h[i + 2]',
  'a[n & 7] * e',
  'g[1][i & 3]',
  'g[m & 1][(i + e + 4) % 4]',
  'Math.sqrt(n) / (m % 7)',
  'x % n + y / x',
];

const anyElements = [
  ...insideElements,
  'c[(i + e + m) % m]',
  'c[(e + n + i) % n]',
  'h[n * m + i]',
  'h[i * (n & 3) + e + 1]',
  'd[i + e]',
  'g[1][i]',
  'h[x]',
];

const stores = [
  'h[i] = s;',
  'h[n * 2 + i] += s;',
  'u += s;',
  'if (s < u) h[i + 1] = s;',
  'if (s < h[i]) h[i] = s; else h[i] += h[i + 1];',
  'a[n & 7] = s;',
  'd[i] = d[i] + s;',
  'd[(n & 3) * 2 + (i & 1)] = s;',
  'g[1][i & 3] += s; v = g[1][2] + g[m & 1][i & 3];',
  'g[0][i] = g[1][i] + s;',
  'q[i + 2] = s; u += h[5];',
  'if (s > 100) break; w += a[i + 1];',
  'n = n + 1; u += h[n & 7];',
  'v += d[i - 1];',
];

const insideBounds = ['7', '4', '(n & 7)', 'n % 6 + 0.5', 'a.length - 1', '0.5'];

const anyBounds = [
  '8',
  '4',
  '(n & 7)',
  'n % 6 + 0.5',
  'a.length',
  'a.length - 1',
  'd.length',
  'Math.min(x, 9)',
  'm - n',
  '0.5',
];
