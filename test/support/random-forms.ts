// Random functions on texts, rows and pairs, for holding the kernel compiler against JavaScript: characters that are compared, kept and switched
// over, rows that take over the one before, tables made from their row and column, extremes of whole arrays, pairs that are exchanged or returned.
import type { Random } from './random-kernels.ts';

interface Scope {
  readonly random: Random;
  /** Counters, innermost last. */
  readonly counters: readonly string[];
  readonly characters: readonly string[];
}

/** A function `name(s, t, n, values)`; n looks like a small integer, and `values` has some elements. */
export function randomForms(name: string, random: Random): string {
  const scope: Scope = { random, counters: [], characters: [] };
  const parts = Array.from({ length: 1 + int(random, 2) }, () =>
    pick(random, [scanned, lettered, rowsTakingOver, tableByIndex, extremes, pairs])(scope),
  );
  const givesPairs = int(random, 4) === 0;
  const found = givesPairs
    ? `for (let i = 0; i < values.length; i++) { for (let j = i + 1; j < values.length; j++) { if (values[i]! + values[j]! > ${number(scope)}) return [i, ${pick(random, ['j', 'u', 'w', '-0'])}]; } }`
    : '';
  return [
    `export function ${name}(s: string, t: string, n: number, values: number[]): ${givesPairs ? 'number[]' : 'number'} {`,
    `  let u = ${pick(random, ['0', 'n', '1', '-0'])}; let w = 1; let kept = ${pick(random, ["''", "'a'", "'('"])};`,
    `  for (let r = 0; r < ${pick(random, ['1', '2', 'n'])} && r < 3; r++) {`,
    `    ${parts.join('\n    ')}`,
    '  }',
    `  if (kept === ${letter(random)}) u++;`,
    `  ${found}`,
    givesPairs
      ? `  return ${pick(random, ['[u, w]', '[]', '[u]'])};`
      : `  return ${pick(random, ['u', 'w', 'u + w', 'u | 0'])};`,
    '}',
  ].join('\n');
}

function int(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[int(random, choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function letter(random: Random): string {
  return pick(random, ["'a'", "'b'", "'('", "')'", "'0'", "'9'", "' '", "''", "'é'", "'z'"]);
}

function text({ random }: Scope): string {
  return pick(random, ['s', 't', 's', 't']);
}

function index({ random, counters }: Scope): string {
  const counter = counters.length === 0 ? '0' : pick(random, counters);
  return int(random, 12) === 0 ? `${counter} ${pick(random, ['+ 1', '- 1', '* 0.5'])}` : counter;
}

function number(scope: Scope, depth = 1): string {
  const { random, counters, characters } = scope;
  const leaf = (): string =>
    pick(random, [
      () => pick(random, ['u', 'w', 'n', '1', '0.5', '3', '-0']),
      () => (counters.length === 0 ? 'n' : pick(random, counters)),
      () => 's.length',
      () => (counters.length === 0 ? '2' : `values[${pick(random, counters)} % values.length]!`),
      () => (characters.length === 0 ? 'w' : `${pick(random, characters)}.charCodeAt(0)`),
    ])();
  if (depth === 0 || int(random, 3) === 0) return leaf();
  return `(${number(scope, depth - 1)} ${pick(random, ['+', '-', '*', '%', '/'])} ${number(scope, depth - 1)})`;
}

function character(scope: Scope): string {
  const { random, characters } = scope;
  return pick(random, [
    () => `${text(scope)}[${index(scope)}]`,
    () => `${text(scope)}.charAt(${index(scope)})`,
    () => (characters.length === 0 ? letter(random) : pick(random, characters)),
    () => (characters.length === 0 ? 'kept' : pick(random, characters)),
  ])();
}

function condition(scope: Scope): string {
  const { random, characters } = scope;
  const named = characters.length === 0 ? 'kept' : pick(random, characters);
  return pick(random, [
    () => `${named} === ${character(scope)}`,
    () => `${named} !== ${letter(random)}`,
    () => `${named} ${pick(random, ['<', '>=', '>', '<='])} ${letter(random)}`,
    () => `${named} >= '0' && ${named} <= '9'`,
    () => `${pick(random, ["'aeiou'", "'()'", "'0a'", "''"])}.includes(${named})`,
    () => `${named} === ${character(scope)} || ${number(scope)} < u`,
  ])();
}

function step(scope: Scope): string {
  const { random, characters } = scope;
  const named = characters.length === 0 ? 'kept' : pick(random, characters);
  return pick(random, [
    () => `u ${pick(random, ['+=', '-=', '='])} ${number(scope)};`,
    () => `w = ${number(scope)};`,
    () => `if (${condition(scope)}) u++; else w -= 0.5;`,
    () => `if (${condition(scope)}) { kept = ${named}; }`,
    () => `if (${condition(scope)}) ${pick(random, ['break', 'continue'])};`,
    () =>
      `switch (${named}) { case ${letter(random)}: u++; break; case ${letter(random)}: case '7': w++; ${pick(random, ['break;', ''])} case ${letter(random)}: u -= 2; break; default: w += ${number(scope)}; }`,
    () => `[u, w] = [${number(scope)}, ${number(scope)}];`,
    () => `kept = ${named};`,
  ])();
}

function within(scope: Scope, counter: string, named: readonly string[]): Scope {
  return {
    ...scope,
    counters: [...scope.counters, counter],
    characters: [...scope.characters, ...named, 'kept'],
  };
}

function scanned(scope: Scope): string {
  const { random } = scope;
  const of = text(scope);
  const inner = within(scope, 'i', ['c']);
  const second = within(inner, 'j', ['b']);
  const nested =
    int(random, 2) === 0
      ? `for (let j = ${pick(random, ['0', 'i', 'i + 1'])}; j < ${of}.length; j++) { const b = ${of}${pick(random, ['[j]', '[j]!', '.charAt(j)'])}; ${step(second)} ${step(second)} }`
      : '';
  const read = pick(random, [`${of}[i]`, `${of}[i]!`, `${of}.charAt(i)`, `${of}.charAt(i + 1)`]);
  return `for (let i = 0; i < ${of}.length; i++) { const c = ${read}; ${step(inner)} ${nested} ${step(inner)} }`;
}

function lettered(scope: Scope): string {
  const { counters } = scope;
  const inner = { ...within(scope, 'r', ['c']), counters };
  return `for (const c of ${text(scope)}) { ${step(inner)} ${step(inner)} }`;
}

function rowsTakingOver(scope: Scope): string {
  const { random } = scope;
  const inner = within(within(scope, 'i', []), 'j', []);
  const cell = () =>
    pick(random, ['previous[j]!', 'previous[j + 1]!', 'current[j]!', 'previous[j]! + 1', number(inner)]);
  const least = `Math.${pick(random, ['min', 'max'])}(${cell()}, ${cell()}, ${cell()})`;
  const start = pick(random, [
    'Array.from({ length: t.length + 1 }, (_, i) => i)',
    'new Array(t.length + 1).fill(0)',
    'Array.from({ length: t.length + 1 }, (_, i) => i * 0.5)',
  ]);
  const taken = pick(random, [
    'previous = current;',
    'previous = current;',
    '[previous, current] = [current, previous];',
  ]);
  if (!taken.startsWith('['))
    return `{ let previous: number[] = ${start}; for (let i = 0; i < s.length; i++) { const current = [${pick(random, ['i + 1', '0', 'u'])}]; for (let j = 0; j < t.length; j++) { const cost = s[i] === t[j] ? 0 : 1; ${pick(random, ['', '', 'if (cost === 0) u++;'])} current.push(${least} + cost); } ${pick(random, ['', '', 'if (i === 2) continue;', 'if (current[0]! > 3) break;'])} ${taken} } u += previous[t.length]!; for (const cell of previous) w += cell; }`;
  return `{ let previous: number[] = ${start}; let current: number[] = new Array(t.length + 1).fill(0); for (let i = 0; i < s.length; i++) { current[0] = i; for (let j = 0; j < t.length; j++) { current[j + 1] = ${least}; } ${pick(random, ['', 'if (i === 2) continue;'])} ${taken} } u += previous[t.length]!; w -= current[0]!; }`;
}

function tableByIndex(scope: Scope): string {
  const { random } = scope;
  const cells = { ...within(within(scope, 'i', []), 'j', []), characters: [] };
  const value = pick(random, [
    'i === 0 ? j : j === 0 ? i : 0',
    'i * j',
    'i - j',
    '0',
    'j',
    number({ ...cells, counters: ['i', 'j'] }),
  ]);
  const made = pick(random, [
    `Array.from({ length: s.length + 1 }, (_, i) => Array.from({ length: t.length + 1 }, (_, j) => (${value})))`,
    `Array.from({ length: s.length + 1 }, () => new Array(t.length + 1).fill(${pick(random, ['0', '1', 'n'])}))`,
    `[...Array(s.length + 1)].map((_, i) => new Array(t.length + 1).fill(0).map((_none, j) => (${value})))`,
  ]);
  const near = () =>
    pick(random, ['dp[i - 1]![j - 1]!', 'dp[i - 1]![j]!', 'dp[i]![j - 1]!', 'dp[i]![j]!', 'dp[i - 1]![j]! + 1']);
  const stored = pick(random, [
    `s[i - 1] === t[j - 1] ? ${near()} : 1 + Math.min(${near()}, ${near()})`,
    `Math.max(${near()}, ${near()}, ${near()})`,
    `${near()} + ${number(cells)}`,
  ]);
  return `{ const dp: number[][] = ${made}; for (let i = 1; i <= s.length; i++) { for (let j = 1; j <= t.length; j++) { ${int(random, 4) === 0 ? 'if (s[i - 1] === t[j - 1]) { dp[i]![j] = dp[i - 1]![j - 1]! + 1; continue; }' : ''} dp[i]![j] = ${stored}; } } u += dp[s.length]![t.length]!; }`;
}

function extremes(scope: Scope): string {
  const { random } = scope;
  const which = pick(random, ['max', 'min']);
  const inner = within(scope, 'i', []);
  return `{ const lengths: number[] = ${pick(random, ['new Array(values.length).fill(1)', 'Array.from({ length: values.length }, (_, k) => k)'])}; const most = Math.${which}(...values); for (let i = 1; i < values.length; i++) { for (let j = 0; j < i; j++) { if (values[j]! < values[i]!) lengths[i] = Math.max(lengths[i]!, lengths[j]! + ${pick(random, ['1', 'most', number({ ...inner, characters: [] })])}); } } const last = Math.${which}(...lengths); u += most; w += last; }`;
}

function pairs(scope: Scope): string {
  const { random } = scope;
  const inner = { ...within(scope, 'i', []), characters: [] };
  const value = () => pick(random, ['zr', 'zi', 'zr * zr - zi * zi', '2 * zr * zi + 0.1', 'zi - zr', number(inner)]);
  return `for (let i = 0; i < values.length; i++) { let [zr, zi] = [${number(inner)}, ${number(inner)}]; let steps = 0; while (zr * zr + zi * zi <= 4 && steps < 9) { [zr, zi] = [${value()}, ${value()}]; steps++; } u += steps; w = ${pick(random, ['zr', 'zi', 'w'])}; }`;
}
