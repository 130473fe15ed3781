// Random small programs around one array that they make. They are full of near misses (loops one too far, fractions, growing writes), so a hole
// in a proof shows as a difference. Each is a function `subject(n, s, xs)`.
import fc from 'fast-check';

const pick = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

const length = pick(
  'n',
  'n + 1',
  'n - 1',
  's.length',
  's.length + 1',
  'xs.length',
  's.length - 1',
  'm',
  'm + 2',
  '2 * s.length',
  'Math.floor(n / 2) + 1',
  's.length * xs.length',
);
const start = pick('0', '0', '1', '2', '-1', 'n', 's.length - 1', 'm', 'n - 1', 'a.length - 1');
const bound = pick('n', 'm', 's.length', 'xs.length', 'a.length', 'n + 1', 'a.length - 1', 's.length - 1');
const step = pick('++', '++', '++', ' += 2', ' += i + 1', ' *= 2');
const index = pick(
  'i',
  'i',
  'i',
  'i - 1',
  'i + 1',
  'j',
  'i + j',
  'i - j',
  'i * 2',
  'i / 2',
  'i >> 1',
  'i % a.length',
  'a.length - 1 - i',
  'Math.min(i, a.length - 1)',
  's.charCodeAt(i) & 3',
  '0',
  '1',
  'k',
);
const value = pick(
  'i',
  'j',
  '1',
  '-i',
  'i / 2',
  'xs[i]',
  'i * i',
  'a[i - 1] + 1',
  'a[i]',
  'a[j]',
  'Math.min(a[i] + 1, a[i - 1] + 1)',
  'Math.max(a[i], a[j] + 1)',
  'i % 7',
  'k * 300',
  'n',
  'i - j',
  's.charCodeAt(i)',
  'i | 0',
  'a[j] ? 1 : 2',
);
const guard = pick(
  '',
  '',
  '',
  'if (i >= 1) ',
  'if (i > 0 && i < a.length) ',
  'if (j < i) ',
  'if (xs[i] > 0) ',
  'if (k >= 0 && k < a.length && Number.isInteger(k)) ',
  'if (!(i >= a.length)) ',
);
const exit = pick(
  '',
  '',
  '',
  'if (n < 2) return [n];',
  'if (i > 5) continue;',
  'if (!Number.isInteger(n)) return [0];',
  'k = i;',
  'k++;',
);
const outer = pick('', '', 'if (n <= 1) return [-1];', 'if (!Number.isInteger(n) || n < 1) throw new Error("no");');

function loopHead(variable: string): fc.Arbitrary<string> {
  return fc
    .tuple(start, pick('<', '<', '<=', '>='), bound, step)
    .map(([from, operator, to, by]) =>
      operator === '>='
        ? `for (let ${variable} = ${from}; ${variable} >= 0; ${variable}--)`
        : `for (let ${variable} = ${from}; ${variable} ${operator} ${to}; ${variable}${by.replace('i', variable)})`,
    );
}

const store = fc
  .tuple(guard, index, pick('=', '=', '=', '+=', '-='), value)
  .map(([when, at, operator, what]) => `${when}a[${at}] ${operator} ${what};`);
const read = fc
  .tuple(
    index,
    pick(
      'acc += a[AT];',
      'acc = a[AT];',
      'if (a[AT] > 3) acc++;',
      'if (a[AT]) acc += 2;',
      'if (a[AT] === undefined) acc--;',
      'a[AT]++;',
    ),
  )
  .map(([at, how]) => how.replace('AT', at));
const statement = fc.oneof(store, store, read, exit);

export const arrayProgram = fc
  .record({
    length,
    fill: pick('0', '0', '1', '-1', '-0', 'Infinity', 'n', '0.5'),
    outer,
    head: loopHead('i'),
    inner: loopHead('j'),
    body: fc.array(statement, { minLength: 1, maxLength: 3 }),
    innerBody: fc.array(statement, { minLength: 1, maxLength: 2 }),
    after: fc.array(fc.oneof(store, read), { maxLength: 1 }),
    isReturned: fc.boolean(),
  })
  .map((p) =>
    [
      'export function subject(n: number, s: string, xs: number[]): unknown {',
      '  const m = xs.length; let fuel = 0; let acc = 0; let k = 0; let i = 0; let j = 0;',
      `  ${p.outer}`,
      `  const a: number[] = new Array(${p.length}).fill(${p.fill});`,
      `  ${p.head.replace('let ', '')} { if (fuel++ > 60) break; ${p.body.join(' ')}`,
      `    ${p.inner} { if (fuel++ > 60) break; ${p.innerBody.join(' ')} }`,
      '  }',
      `  ${p.after.join(' ')}`,
      p.isReturned ? '  return a;' : '  return [acc, a.length, a[0], a[1], a[2], a[k], i, j];',
      '}',
    ].join('\n'),
  );

const cell = pick(
  't[i][j]',
  't[i][j]',
  't[i - 1][j]',
  't[i][j - 1]',
  't[i - 1][j - 1]',
  't[i - 1][j - 1]',
  't[i + 1][j]',
  't[0][j]',
  't[i][0]',
  't[j][i]',
);
const cellValue = pick(
  'i',
  'j',
  '@ + 1',
  '@',
  'Math.min(@ + 1, @ + 1, @)',
  'Math.max(@, @)',
  '@ + @',
  'i * j',
  '-@',
  's.charCodeAt(j)',
);
/** The size of one dimension, the loops that fit it, its last index. */
const dimension = fc.constantFrom(
  { size: 'm + 1', fits: ['<= m', '< m + 1', '< m'], last: 'm' },
  { size: 's.length + 1', fits: ['<= s.length', '< s.length'], last: 's.length' },
  { size: 's.length', fits: ['< s.length', '<= s.length - 1', '<= s.length'], last: 's.length - 1' },
  { size: 'm', fits: ['< m', '< xs.length', '<= m'], last: 'm - 1' },
  { size: 'n + 1', fits: ['<= n', '< n'], last: 'n' },
);
const head = fc.tuple(dimension, fc.nat(2), pick('1', '1', '0', '2', '-1')).map(([sized, which, from]) => ({
  size: sized.size,
  last: sized.last,
  loop: (name: string) => `for (let ${name} = ${from}; ${name} ${sized.fits[which % sized.fits.length]}; ${name}++)`,
}));
export const tableProgram = fc
  .record({
    rows: head,
    columns: head,
    stores: fc.array(fc.tuple(cell, cellValue, fc.array(cell, { minLength: 3, maxLength: 3 })), {
      minLength: 1,
      maxLength: 2,
    }),
    isPushed: fc.boolean(),
    hasRowName: fc.boolean(),
    result: pick('t[LAST][END]', 't[LAST][0]', 't[0][0]', 't[0][END]'),
  })
  .map((p) => {
    const stores = p.stores.map(([target, what, cells]) => {
      let next = 0;
      return `${target} = ${what.replaceAll('@', () => cells[next++ % cells.length] ?? 't[0][0]')};`;
    });
    const made = p.isPushed
      ? `const t: number[][] = []; for (let i = 0; i < ${p.rows.size}; i++) { t.push(new Array(${p.columns.size}).fill(0)); t[i][0] = i; }`
      : `const t: number[][] = Array.from({ length: ${p.rows.size} }, () => new Array(${p.columns.size}).fill(0));`;
    return [
      'export function subject(n: number, s: string, xs: number[]): unknown {',
      '  const m = xs.length; let sum = 0;',
      `  ${made}`,
      `  ${p.rows.loop('i')} {`,
      p.hasRowName ? '    const here = t[i];' : '',
      `    ${p.columns.loop('j')} { ${stores.join(' ')} sum += ${p.hasRowName ? 'here[j]' : 't[i][j]'}; }`,
      '  }',
      `  return [sum, 1 / ${p.result.replace('LAST', p.rows.last).replace('END', p.columns.last)}];`,
      '}',
    ].join('\n');
  });

export const grownProgram = fc
  .record({
    limit: pick('xs.length', 's.length', 'm', 'm + 1', 'n', 'xs.length - 1', 's.length * 2'),
    start: pick('0', '0', '0', '1'),
    compare: pick('<', '<', '<', '<='),
    before: pick(
      '',
      '',
      '',
      'if (i === 2) continue;',
      'xs.push(1);',
      'acc += a.length;',
      'k = a[i - 1];',
      'k = a[i];',
      'm++;',
    ),
    value: pick(
      'i',
      'xs[i]',
      'i / 2',
      'i > 0 ? a[i - 1] + 1 : 0',
      'a[i - 1]',
      's.charCodeAt(i)',
      'xs[i] > 1',
      'a[i + 1]',
      '-i',
    ),
    later: pick(
      'acc += a[j];',
      'acc += a[j + 1];',
      'if (a[j]) acc++;',
      'acc += a[j - i];',
      'a[j] = 1;',
      'a[j + 1] = 2;',
    ),
    bound: pick('a.length', 'a.length', 'm', 'n', 'a.length - 1'),
    result: pick('[acc, k, a.length]', '[acc, a[0], a[m]]', 'a', '[acc, a.includes(1)]'),
  })
  .map((p) =>
    [
      'export function subject(n: number, s: string, xs: number[]): unknown {',
      '  let m = xs.length; let fuel = 0; let acc = 0; let k: number | undefined = 0;',
      '  const a: number[] = [];',
      `  for (let i = ${p.start}; i ${p.compare} ${p.limit}; i++) { ${p.before.includes('xs') || p.before === 'm++;' ? 'if (fuel++ > 40) return "tired";' : ''} ${p.before} a.push(${p.value}); }`,
      '  for (let i = 0; i < 3; i++) {',
      `    for (let j = 0; j < ${p.bound}; j++) { if (fuel++ > 60) break; ${p.later} }`,
      '  }',
      `  return ${p.result};`,
      '}',
    ].join('\n'),
  );

/** Ordinary ways to do a step of a program, and odd ones. */
const either = <T>(ordinary: readonly T[], odd: readonly T[]) =>
  fc.record({ ordinary: fc.constantFrom(...ordinary), odd: fc.constantFrom(...odd) });

/** An array that starts unset, and a loop that may set all of it before anybody looks. At most three steps are odd: of more nothing comes. */
export const filledProgram = fc
  .record({
    odd: fc.uniqueArray(
      fc.constantFrom('made', 'loop', 'first', 'before', 'set', 'value', 'after', 'later', 'result'),
      {
        maxLength: 3,
      },
    ),
    made: either(['new Array(SIZE)', 'new Array<number>(SIZE)'], ['Array(SIZE)', '[]', '[]']),
    size: fc.constantFrom(
      { length: 'n', loops: ['< n'], odd: ['< a.length', '<= n', '< n - 1', '< m'] },
      { length: 'n + 1', loops: ['<= n', '< n + 1'], odd: ['< a.length', '< n', '<= n + 1'] },
      { length: 'm', loops: ['< m', '< xs.length', '<= m - 1'], odd: ['<= m', '< s.length', '< m - 1'] },
      { length: 'xs.length + 1', loops: ['<= xs.length', '< xs.length + 1'], odd: ['< xs.length', '< (xs[0] & 7)'] },
      { length: 's.length + 1', loops: ['<= s.length', '< s.length + 1'], odd: ['< a.length', '< s.length', '< m'] },
    ),
    which: fc.nat(11),
    first: either(
      [['', '0']],
      [
        ['', '1'],
        ['a[0] = 1;', '1'],
        ['a[0] = 1; a[1] = 0.5;', '2'],
        ['a[0] = a[1];', '1'],
        ['if (m > 1) a[0] = 2;', '1'],
        ['acc += a[0];', '0'],
        ['k = a.length;', '0'],
        ['if (n < 2) return n;', '0'],
        ['xs.pop();', '0'],
      ],
    ),
    before: either(
      [''],
      [
        'acc += a[i - 1];',
        'acc += a[i];',
        'if (i === 2) continue;',
        'if (i > 3) break;',
        'if (acc > 9) return acc;',
        'for (let j = 0; j < 3; j++) { if (j > 1) break; acc += j; }',
        'for (let j = 0; j < i; j++) acc += a[j];',
        'k = a.length;',
        'n--;',
        'xs.pop();',
      ],
    ),
    set: either(
      ['a[i] = @;'],
      [
        'if (i & 1) a[i] = @; else a[i] = 3;',
        'if (i & 1) a[i] = @; else { acc++; a[i] = i; }',
        'if (i & 1) a[i] = @;',
        'a[i + 1] = @;',
        'a[i] = xs[i]; a[i] = @;',
        'a[i] += @;',
        'for (let j = 0; j <= i; j++) a[j] = @;',
        'switch (i) { case 0: a[i] = 1; break; default: a[i] = @; }',
        'try { a[i] = @; } catch { acc--; }',
      ],
    ),
    value: either(
      ['i', '1', '-i', 'i / 2', 'i > 0 ? a[i - 1] + 1 : 0'],
      ['xs[i]', 'i > 0 ? a[i - 1] + a[0] : 1', 'a[i - 1]', 'a[i] + 1', 'a[i - 2]', 's.charCodeAt(i)', 'true'],
    ),
    after: either(
      ['', '', 'acc += a[i];'],
      ['for (let j = 0; j <= i; j++) acc += a[j];', 'acc += a[i + 1];', 'a[i] += 1;', 'acc += a[i - 1];'],
    ),
    later: either(
      ['acc += a[j];', 'a[j] += i;', 'if (a[j]) acc++;'],
      ['if (a[j] === undefined) acc--;', 'acc += a[j + 1];', 'a[j] = 1;', 'acc += a[j] ?? 7;'],
    ),
    isVar: fc.boolean(),
    result: either(['[acc, k, a.length]', '[acc, a[0], a[m]]'], ['a', '[acc, a.includes(1)]', '[acc, a.join()]']),
  })
  .map((p) => {
    const is = (step: (typeof p.odd)[number]): 'odd' | 'ordinary' => (p.odd.includes(step) ? 'odd' : 'ordinary');
    const loops = p.odd.includes('loop') ? p.size.odd : p.size.loops;
    const [first, start] = p.first[is('first')];
    const value = p.value[is('value')];
    const set = p.set[is('set')].replaceAll('@', value);
    return [
      'export function subject(n: number, s: string, xs: number[]): unknown {',
      '  const m = xs.length; let fuel = 0; let acc = 0; let k: number | undefined = 0;',
      `  ${p.isVar ? 'var' : 'const'} a: ${value === 'true' ? 'any' : 'number'}[] = ${p.made[is('made')].replace('SIZE', p.size.length)};`,
      `  ${first}`,
      `  for (let i = ${start}; i ${loops[p.which % loops.length]}; i++) { ${p.before[is('before')]} ${set} ${p.after[is('after')]} }`,
      '  for (let i = 0; i < 3; i++) {',
      `    for (let j = 0; j < a.length; j++) { if (fuel++ > 60) break; ${p.later[is('later')]} }`,
      '  }',
      `  return ${p.result[is('result')]};`,
      '}',
    ].join('\n');
  });

const numbers = [
  0,
  1,
  2,
  3,
  5,
  8,
  17,
  2.5,
  0.5,
  -1,
  -2,
  -0,
  1e-20,
  1.0000000000000002,
  3.0000000000000004,
  Number.NaN,
  -Infinity,
];
export const arrayProgramInputs = numbers.flatMap((n) => [
  [n, '', []],
  [n, 'abc', [1, 2, 3]],
  [n, 'abcdefgh', [0.5, -0, 3, Number.NaN, 2 ** 31]],
  [n, 'x', [7]],
]);
