// Random numeric functions for holding the kernel compiler against JavaScript: full of odd zeros, wrap-around, roundings, negative
// remainders, indices that just fit, and variables whose range is hard to see. They end: every loop burns fuel.

import { carriedLoop } from './random-carried.ts';
import { neighbourLoop } from './random-neighbours.ts';
import { randomRecursion } from './random-recursion.ts';
import { searchForDivisor } from './random-searches.ts';

export type Random = () => number;

interface Scope {
  readonly random: Random;
  /** Names that may be read. */
  readonly numbers: readonly string[];
  /** Names that may be written. */
  readonly targets: readonly string[];
  readonly booleans: readonly string[];
  readonly arrays: readonly string[];
  readonly tables: readonly string[];
  readonly loops: number;
}

/** A function `name(n, m, x, y, flag, a, c, out)`; n and m look like integers, all results go to `out` and the value. */
export function randomKernel(name: string, random: Random): string {
  const scope: Scope = {
    random,
    numbers: ['n', 'm', 'x', 'y', 'u', 'v', 'w'],
    targets: ['u', 'v', 'w', 'u', 'v', 'w', 'n', 'x'],
    booleans: ['flag', 'p'],
    arrays: ['a', 'c', 'd'],
    tables: ['g'],
    loops: 0,
  };
  const body = bodyOf(scope).join(' ').replaceAll('HELP', `${name}Help`).replaceAll('DOWN(', `${name}Down(5 & `);
  const own = ownArrays(random).filter(({ used }) => used.test(body));
  return [
    ...(body.includes('Help(') ? [helper(name, scope)] : []),
    ...(body.includes('Down(') ? [recursion(name, random)] : []),
    `export function ${name}(n: number, m: number, x: number, y: number, flag: boolean, a: number[], c: ${pick(random, typedArrays)}, out: Float64Array): number {`,
    `  let u = ${start(scope)}; let v = ${start(scope)}; let w = ${start(scope)}; let p = ${pick(random, ['true', 'false', 'flag', 'n < m'])}; let fuel = 0;`,
    ...own.map(({ line }) => line),
    `  ${body}`,
    `  out[0] = u; out[1] = v; out[2] = w; out[3] = p ? 1 : 0; out[4] = n; out[5] = x; ${own.map(({ end }) => end ?? '').join(' ')}`,
    `  return ${pick(random, ['u', 'v', 'w', 'fuel', 'a[2]', 'n % m', 'u | 0'])};`,
    '}',
  ].join('\n');
}

/** The arrays that the function makes, where its body uses them. */
function ownArrays(random: Random): readonly { readonly used: RegExp; readonly line: string; readonly end?: string }[] {
  return [
    { used: /\bd\b/, line: `  const d${pick(random, localArrays)}`, end: 'out[6] = d[1];' },
    { used: /\bg\b/, line: `  const g${pick(random, localTables)}`, end: 'out[7] = g[1][2];' },
    {
      used: /\b[hq]\b/,
      line: '  const h = new Float64Array(40); let f = 0; while (f < 40) { h[f] = f * 0.75 - x; f++; }',
    },
    {
      used: /\bt\[/,
      line: '  const t = Array.from({ length: 3 }, () => new Array((m & 7) + 1).fill(0)); t[0][0] = x;',
    },
    { used: /\b[zq]\b/, line: '  const z = new Float64Array(40);' },
    { used: /\bq\b/, line: '  let q = h; if (flag) q = z;' },
  ];
}

/** All parts in one of forty functions, one or two in the others: what is small is compiled fast, and seldom handed back to the original. */
function bodyOf(scope: Scope): readonly string[] {
  const { random } = scope;
  const plain = () => statements(scope, 1 + int(random, 3), 3);
  const deeper = (names: readonly string[]) => ({
    pick: <T>(choices: readonly T[]): T => pick(random, choices),
    expression: () => expression({ ...scope, numbers: [...scope.numbers, ...names], loops: 2 }, 1),
  });
  const search = deeper(['i']);
  const parts = [
    () => laneLoop(scope),
    () => wordLoop(scope),
    () => neighbourLoop(deeper(['i', 'e', 's'])),
    () => carriedLoop(deeper(['i', 'e'])),
    () => searchForDivisor(search.pick, search.expression),
  ];
  if (int(random, 40) === 0) return [plain(), ...parts.map((part) => part()), plain()];
  const chosen = [plain, () => laneLoop(scope), ...parts];
  return Array.from({ length: 1 + int(random, 2) }, () => pick(random, chosen)());
}

function helper(name: string, scope: Scope): string {
  const { random } = scope;
  const body = statements({ ...scope, arrays: [], tables: [], loops: 0 }, 2, 2)
    .replaceAll('HELP', 'Math.max')
    .replaceAll(/DOWN\(([^,]*), ([^,]*), flag\)/g, 'Math.min($1, $2)')
    .replaceAll('a.length', '4');
  return [
    `function ${name}Help(s: number, t: number): number {`,
    `  let u = s; let v = t; let w = 1; let x = s; let y = t; let n = 3; let m = 2; let p = s < t; const flag = p; let fuel = 0;`,
    `  ${body}`,
    `  return ${pick(random, ['u', 'v', 'u + v', 'w', '(u + v) | 0', 'Math.abs(u) % 17'])};`,
    '}',
  ].join('\n');
}

function recursion(name: string, random: Random): string {
  return randomRecursion(
    `${name}Down`,
    (choices) => pick(random, choices),
    () => inRecursion(random),
  );
}

const typedArrays = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
];

const localArrays = [
  ': number[] = new Array(8).fill(0);',
  ': number[] = new Array(8).fill(-1);',
  ': number[] = new Array(8).fill(x);',
  ': number[] = new Array(8 + (n & 3)).fill(n);',
  ': number[] = [1, 2, 3, n, 5, 6, 7, 0.5];',
  ': number[] = [1, 2, 3, 4, 5, 6, 7, 300];',
  ' = new Float64Array(8);',
  ' = new Uint8Array(8);',
  ' = new Int32Array(9).fill(7);',
  ' = new Uint32Array(8);',
  ' = new Uint8ClampedArray(8).fill(m);',
];

const localTables = [
  ': number[][] = Array.from({ length: 3 }, () => new Array(5).fill(0));',
  ' = Array.from({ length: 3 + (m & 1) }, () => new Array(5).fill(-1));',
  ' = new Array(3 + (n & 3)).fill(0).map(() => new Array(5 + (m & 3)).fill(n));',
  ' = [...Array(4)].map(() => Array(4 + (n & 3)).fill(0));',
  ' = Array.from({ length: 3 }, () => new Float64Array(5));',
  ' = Array.from({ length: 3 }, () => new Uint8Array(5));',
];

function int(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[int(random, choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function start({ random }: Scope): string {
  return pick(random, ['0', '1', '-1', 'n', 'm', 'x', 'n | 0', '0.5', '2147483647', '-0', 'n * m', 'n + m']);
}

function statements(scope: Scope, count: number, depth: number): string {
  return Array.from({ length: count }, () => statement(scope, depth)).join(' ');
}

function statement(scope: Scope, depth: number): string {
  const { random } = scope;
  const target = () => pick(random, scope.targets);
  const kind = int(random, depth > 0 ? 12 : 6);
  switch (kind) {
    case 0:
    case 1:
      return `${target()} = ${expression(scope, 3)};`;
    case 2:
      return `${target()} ${pick(random, ['+=', '-=', '*=', '/=', '%=', '|=', '&=', '^=', '<<=', '>>=', '>>>='])} ${expression(scope, 2)};`;
    case 3:
      return pick(random, [`${target()}++;`, `--${target()};`, `p = ${condition(scope, 2)};`]);
    case 4:
    case 5:
      if (scope.arrays.length === 0) return `${target()} = ${expression(scope, 3)};`;
      return pick(random, [
        `${element(scope)} = ${expression(scope, 3)};`,
        `${element(scope)} += ${expression(scope, 1)};`,
        `${element(scope)}++;`,
        `${element(scope)} = ${target()}++;`,
        `[${element(scope)}, ${target()}] = [${expression(scope, 1)}, ${expression(scope, 1)}];`,
      ]);
    case 6:
    case 7:
      return `if (${condition(scope, 2)}) { ${statements(scope, 1 + int(random, 2), depth - 1)} } else { ${statements(scope, 1, depth - 1)} }`;
    case 8:
      return `switch (${expression(scope, 1)}) { case 0: ${statements(scope, 1, depth - 1)} break; case 1: case -1: ${statements(scope, 1, depth - 1)} break; default: ${statements(scope, 1, depth - 1)} }`;
    default:
      return loop(scope, depth);
  }
}

function loop(scope: Scope, depth: number): string {
  const { random } = scope;
  if (scope.loops >= 2) return statement(scope, 0);
  const name = ['i', 'j'][scope.loops] ?? 'k';
  const inner: Scope = { ...scope, numbers: [...scope.numbers, name, name, name], loops: scope.loops + 1 };
  const exit = pick(random, [
    '',
    '',
    '',
    `if (${condition(inner, 1)}) continue;`,
    `if (${condition(inner, 1)}) break;`,
  ]);
  const body = `if (++fuel > 300) break; ${exit} ${statements(inner, 1 + int(random, 3), depth - 1)}`;
  const bound = pick(random, ['n', 'm', '8', 'n + 1', 'x', 'n - m', '5', 'u', 'a.length', '16']);
  return pick(random, [
    () =>
      `for (let ${name} = ${pick(random, ['0', '1', 'm', '-3', '2', '-0'])}; ${name} < ${bound}; ${name}++) { ${body} }`,
    () =>
      `for (let ${name} = ${bound === 'a.length' ? '7' : bound}; ${name} >= ${pick(random, ['0', '1', '-2'])}; ${name}--) { ${body} }`,
    () =>
      `for (let ${name} = 1; ${name} * ${name} <= ${bound}; ${name} += ${pick(random, ['1', '2', '3'])}) { ${body} }`,
    () =>
      `{ let ${name} = 0; while (${condition(inner, 1)} && ${name} < 20) { ${name} += ${pick(random, ['1', '0.5'])}; ${body} } }`,
    () => `{ let ${name} = ${pick(random, ['0', 'n', '3'])}; do { ${name}++; ${body} } while (${name} < ${bound}); }`,
    () => (scope.arrays.length === 0 ? ';' : `for (const ${name} of ${pick(random, scope.arrays)}) { ${body} }`),
    () =>
      `outer${name}: for (let ${name} = 0; ${name} < 6; ${name}++) { ${body} if (${condition(inner, 1)}) continue outer${name}; ${statement(inner, 0)} }`,
  ])();
}

/** A loop whose rounds may go on in the lanes of vectors: first it computes, then it does something with what it has. */
function laneLoop(scope: Scope): string {
  const { random } = scope;
  const start = pick(random, ['0', '0', '0', '0', '1', '3', 'm & 3']);
  // Up to 8, which all arrays have elements for, or up to what the larger ones have.
  const isShort = int(random, 2) === 0;
  const bound = pick(
    random,
    isShort
      ? ['8', '7', '8', 'a.length', 'a.length - 1', '(n & 7)', 'g[0].length']
      : ['33', '(n & 15)', '30', 'h.length - 8', 'Math.min(x, 33)'],
  );
  const laneValue = (one: Scope, depth: number, nested: boolean): string => valueInLanes(one, depth, nested, isShort);
  const isNested = int(random, 3) > 0;
  const inner = isNested
    ? `for (let j = ${pick(random, ['0', '1'])}; j < ${pick(random, ['3', '4', '(m & 7)', 'c.length', 'i', 'g.length'])}; j++) { ${pick(
        random,
        [
          `s = s ${pick(random, ['+', '-', '*'])} ${laneValue(scope, 2, true)};`,
          `const t = ${laneValue(scope, 2, true)}; s += t * ${laneValue(scope, 1, true)};`,
          `r = ${laneValue(scope, 1, true)} - r; s = s + r;`,
          `at++; s += h[at];`,
          `h[i] = h[i] + ${laneValue(scope, 1, true)};`,
          `q[i + ${pick(random, ['1', '4', 'j'])}] = s + h[j];`,
        ],
      )} }`
    : '';
  const last = pick(random, [
    () => `u += s; v = r;`,
    () => `${pick(random, ['out', 'd', 'h', 'a', 'c'])}[i${pick(random, ['', '', ' & 7', ' + 1'])}] = s;`,
    () => `h[i] = ${laneValue(scope, 1, false)} + s;`,
    () => `${pick(random, ['h', 'q', 'z'])}[i${pick(random, ['', ' + 1', ' + 3', ' + (m & 7)'])}] += s * x;`,
    () =>
      `q[i] = h[i${pick(random, [' + 1', ' + 2', '', ' + (n & 7)'])}] ${pick(random, ['+', '*'])} s; z[i] = q[i] - r;`,
    () => `if (${pick(random, ['s', 'h[3]', 'q[m & 7]'])} < h[i]) h[i] = ${pick(random, ['s', 'q[i]', 'h[2] + s'])};`,
    () => `h[i] = r / h[${pick(random, ['5', 'm & 15', '0'])}]; u = s;`,
    () => `if (s < u) u = s;`,
    () => `if (s > x) break; w += r;`,
    () => `if (${condition({ ...scope, numbers: [...scope.numbers, 's', 'r', 'i'] }, 1)}) continue; h[i] = s - r;`,
    () => statement({ ...scope, numbers: [...scope.numbers, 's', 'r', 'i'], loops: 2 }, 1),
    () => `g[${pick(random, ['1', 'i & 1'])}][Math.abs(i) % 4] = s;`,
  ])();
  return `for (let i = ${start}; i < ${bound}; i++) { let s = ${laneValue(scope, 2, false)}; let r = ${laneValue(scope, 1, false)}; let at = i; ${inner} ${last} }`;
}

/** A hash, a checksum or a state of random numbers: bits that are mixed in every round, and mostly nothing but bits. */
function wordLoop(scope: Scope): string {
  const { random } = scope;
  const start = pick(random, ['0xffffffff', '5381', '0', '-1', 'n', 'x', 'y >>> 0', '2166136261', '0.5']);
  const inner: Scope = { ...scope, numbers: [...scope.numbers, 'i'], loops: 2 };
  const unit = () =>
    pick(random, [() => 'c[i & 7]', () => 'i', () => 'e', () => 'd[e & 7]', () => `(${expression(inner, 1)})`])();
  const mixed = () =>
    pick(random, [
      () => `(k << ${int(random, 33)}) ${pick(random, ['^', '|', '+'])} (k >>> ${int(random, 33)})`,
      () => `k * ${pick(random, ['33', '31', '16777619', '-5', '2'])} + ${unit()}`,
      () =>
        `k & ${pick(random, ['1', '0x80000000', '255'])} ? (k >>> 1) ^ 0xedb88320 : k ${pick(random, ['>>>', '<<', '>>'])} 1`,
      () => `Math.imul(k, ${pick(random, ['16777619', '-3', 'e'])})`,
      () => `(e = k) ^ ${unit()}`,
      () => `k - ${unit()}`,
      () => `(k >>> ${int(random, 32)}) ^ d[k & 7]`,
      () => `${unit()} ? k : ${unit()}`,
    ])();
  const step = () =>
    pick(random, [
      () => `k = ${mixed()};`,
      () => `k = (${mixed()}) ${pick(random, ['>>> 0', '| 0', '& 0xffff', '>>> 0', '>>> 3'])};`,
      () => `k ${pick(random, ['^=', '+=', '|=', '<<=', '>>>=', '-='])} ${unit()};`,
      () => `e = ${mixed()};`,
      () => `e ^= k;`,
      () =>
        `if (${pick(random, ['k & 1', 'k > 7', 'e < 0', 'i === 3', 'k !== 0', 'e', 'k === e', 'e === -1'])}) ${pick(random, ['k', 'e'])} = ${mixed()};`,
      () => `${pick(random, ['d', 'c', 'out'])}[i & 7] = ${pick(random, ['k', 'e', 'k & 255', 'e >>> 0'])};`,
    ])();
  const end = pick(random, ['k', 'k >>> 0', 'k | 0', '(k ^ -1) >>> 0', 'k & 255', 'e ^ k', 'k / 4294967296']);
  const steps = Array.from({ length: 1 + int(random, 3) }, step).join(' ');
  return `{ let k = ${start}; let e = ${pick(random, ['0', 'n', '1'])}; for (let i = 0; i < ${pick(random, ['5', '8', 'c.length', '(n & 15)'])}; i++) { ${steps} } v = ${end}; }`;
}

function valueInLanes(scope: Scope, depth: number, isNested: boolean, isShort: boolean): string {
  const { random } = scope;
  const leaf = () =>
    pick(random, [
      'h[i]',
      'h[i + 1]',
      'q[i]',
      ...(isShort ? ['a[i]', 'c[i]', 'd[i]', 'a[i]', 'c[i]'] : ['z[i]', 'q[i + 1]']),
      ...(isNested ? ['h[j]', 'h[i + j]', 's', 'r', 'h[j * 3 + i]', 'a[j]'] : ['h[i + 7]']),
      // Seldom, for in most loops there is no such element in one of the rounds.
      ...(isNested && isShort && int(random, 3) === 0 ? ['g[j][i]', 'c[i - j]'] : []),
      ...(isShort && int(random, 4) === 0 ? ['d[i - 1]', 'g[1][i]'] : []),
      'x',
      'y',
      'n',
      'i',
      '(i + 1)',
      pick(random, literals),
    ]);
  if (depth <= 0) return leaf();
  const part = () => valueInLanes(scope, depth - 1, isNested, isShort);
  return pick(random, [
    () => `(${part()} ${pick(random, ['+', '-', '*', '/'])} ${part()})`,
    () => `(${part()} ${pick(random, ['+', '-', '*'])} ${part()})`,
    () => `Math.${pick(random, ['abs', 'sqrt', 'floor', 'ceil', 'trunc'])}(${part()})`,
    () => `Math.${pick(random, ['min', 'max'])}(${part()}, ${part()})`,
    () => `(${comparison(part(), pick(random, ['<', '<=', '>', '>=', '===', '!==']), part())} ? ${part()} : ${part()})`,
    () => `(flag && ${part()} < ${part()} || !(${part()} >= x) ? ${part()} : ${part()})`,
    () => `(-(${part()}))`,
    () => `((${part()}) ** 2)`,
    leaf,
  ])();
}

/** TypeScript takes the `<` of `x < (r > (i + 1) ? r : x)` for the start of type arguments, so nothing in parentheses comes after a `>`. */
function comparison(left: string, operator: string, right: string): string {
  return operator === '>' && right.startsWith('(') ? `${right} < ${left}` : `${left} ${operator} ${right}`;
}

function element(scope: Scope): string {
  const { random } = scope;
  if (scope.tables.length > 0 && int(random, 4) === 0) return cell(scope);
  const index = pick(random, [
    () => String(int(random, 8)),
    () => `${pick(random, scope.numbers)} & 7`,
    () => `Math.abs(${pick(random, scope.numbers)} | 0) % 8`,
    () => `(${expression(scope, 1)}) & 7`,
    () => `Math.floor(Math.abs(Math.sin(${pick(random, scope.numbers)}) || 0) * 3)`,
    () => `(${pick(random, scope.numbers)} >>> 29)`,
    // Seldom, for where there is no element the original has to take over.
    () => (int(random, 4) === 0 ? pick(random, scope.numbers) : String(int(random, 8))),
  ])();
  return `${pick(random, scope.arrays)}[${index}]`;
}

function cell(scope: Scope): string {
  const { random } = scope;
  const index = () =>
    pick(random, [
      () => String(int(random, 4)),
      () => `${pick(random, scope.numbers)} & 1`,
      () => `(${expression(scope, 1)}) & 1`,
      () => `g.length - ${1 + int(random, 3)}`,
      () => (int(random, 4) === 0 ? pick(random, scope.numbers) : '1'),
    ])();
  return `${pick(random, scope.tables)}[${index()}][${index()}]`;
}

const literals = [
  '0',
  '1',
  '-1',
  '2',
  '3',
  '7',
  '10',
  '0.5',
  '-2.5',
  '255',
  '65536',
  '2147483647',
  '4294967296',
  '1e9',
  '-0',
  '1e300',
  '9007199254740991',
];

function expression(scope: Scope, depth: number): string {
  const { random } = scope;
  const leaf = () => pick(random, [...scope.numbers, ...scope.numbers, pick(random, literals)]);
  if (depth <= 0) return leaf();
  const part = () => expression(scope, depth - 1 - int(random, 2));
  switch (int(random, 12)) {
    case 0:
      return leaf();
    case 1:
    case 2:
    case 3:
      return `(${part()} ${pick(random, ['+', '-', '*', '+', '-', '*', '/', '%'])} ${part()})`;
    case 4:
      return `(${part()} % ${pick(random, ['2', '3', '8', '10', 'm', '-4', '1e9', '2.5', 'x'])})`;
    case 5:
      return `(${part()} ${pick(random, ['&', '|', '^', '<<', '>>', '>>>'])} ${part()})`;
    case 6:
      return pick(random, [
        () => `(${part()} | 0)`,
        () => `(${part()} >>> 0)`,
        () => `~(${leaf()})`,
        () => `(-(${leaf()}))`,
        () => `((${part()} / ${part()}) | 0)`,
      ])();
    case 7:
      return `Math.${pick(random, ['abs', 'ceil', 'floor', 'trunc', 'round', 'sign', 'fround', 'clz32', 'sqrt'])}(${part()})`;
    case 8:
      return pick(random, [
        () => `Math.${pick(random, ['min', 'max', 'imul'])}(${part()}, ${part()})`,
        () => `Math.floor(${part()} / ${pick(random, ['2', '3', 'm', part()])})`,
        () => `HELP(${leaf()}, ${leaf()})`,
        () => `DOWN(${leaf()}, ${leaf()}, flag)`,
      ])();
    case 9:
      return `(${condition(scope, 1)} ? ${part()} : ${part()})`;
    case 10:
      return scope.arrays.length > 0 ? element(scope) : leaf();
    default:
      return pick(random, [
        () => `(${leaf()} || ${leaf()})`,
        () => `(${leaf()} && ${part()})`,
        () => `(u = ${part()})`,
        () => '(v++)',
        () => leaf(),
      ])();
  }
}

function inRecursion(random: Random): string {
  const name = pick(random, ['s', 't', 'w', 'k', 's']);
  return pick(random, [
    name,
    `${name} + 1`,
    `${name} * 3`,
    `${name} - k`,
    `(${name} | 0)`,
    `${name} % 7`,
    pick(random, literals),
  ]);
}

function condition(scope: Scope, depth: number): string {
  const { random } = scope;
  switch (int(random, depth > 0 ? 7 : 4)) {
    case 0:
    case 1:
    case 2:
      return `${expression(scope, depth - 1)} ${pick(random, ['<', '<=', '>', '>=', '===', '!=='])} ${expression(scope, depth - 1)}`;
    case 3:
      return pick(random, scope.booleans);
    case 4:
      return `(${condition(scope, depth - 1)} ${pick(random, ['&&', '||'])} ${condition(scope, depth - 1)})`;
    case 5:
      return `!(${condition(scope, depth - 1)})`;
    default:
      return pick(random, [
        `${pick(random, scope.numbers)} % 2 === 0`,
        `Number.isInteger(${pick(random, scope.numbers)})`,
        `(${pick(random, scope.numbers)} & 1) !== 0`,
      ]);
  }
}
