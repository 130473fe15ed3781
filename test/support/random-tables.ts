// Random functions on tables and growing arrays, for holding the kernel compiler against JavaScript: rows that are pushed, set by their index,
// filled cell by cell, copied, handed to helpers, written in place. Indices mostly fit, for otherwise the original would do every call.
import type { Random } from './random-kernels.ts';

interface Scope {
  readonly random: Random;
  readonly depth: number;
  /** Variables of loops, innermost last. */
  readonly counters: readonly string[];
  /** Names of rows that may be read. */
  readonly rows: readonly string[];
  readonly isWriting: boolean;
  readonly out: 'pushed' | 'opened' | 'set';
}

export function randomTableFunction(name: string, random: Random): string {
  const isWriting = chance(random, 0.3);
  const out = pick(random, ['pushed', 'opened', 'set'] as const);
  const scope: Scope = { random, depth: 0, counters: [], rows: [], isWriting, out };
  const result = pick(random, ['out', 'out', 'list', 'u', isWriting ? 'a' : 't'] as const);
  const type = result === 'u' ? 'number' : result === 'list' ? 'number[]' : 'number[][]';
  return [
    `function ${name}Help(row: readonly number[], k: number): number { let s = k; for (let i = 0; i < row.length; i++) s = s * 0.5 + row[i]!; return s; }`,
    `function ${name}Sum(grid: ${isWriting ? '' : 'readonly '}number[][], k: number): number { let s = 0; for (const row of grid) for (const cell of row) s += cell * k; return s; }`,
    `export function ${name}(a: number[][], b: number[][], v: number[], n: number, x: number, p: { x: number; y: number; on: boolean }[]): ${type} {`,
    '  let u = x; let w = 1; let fuel = 0;',
    `  const out: number[][] = ${out === 'set' ? 'new Array(n)' : '[]'};`,
    `  const list: number[] = ${pick(random, ['[]', '[x, 1]', '[0, 1, 2]', '[]', '[x]', chance(random, 0.3) ? 'new Array(n)' : '[]'])};`,
    `  const t: number[][] = ${pick(random, ['Array.from({ length: n }, () => new Array(n).fill(0))', 'Array.from({ length: n }, () => new Array(n).fill(x))', 'Array.from({ length: a.length }, () => new Array(n + 1).fill(-1))'])};`,
    `  ${statements(scope, 2)}`,
    `  for (let i = 0; i < n; i++) { if (++fuel > 200) break; ${rowAdded({ ...scope, depth: 1, counters: ['i'] })} ${statements({ ...scope, depth: 1, counters: ['i'] }, 1)} }`,
    `  ${statements(scope, 2)}`,
    `  return ${result};`,
    '}',
  ]
    .join('\n')
    .replaceAll('HELP', `${name}Help`)
    .replaceAll('SUM', `${name}Sum`);
}

function chance(random: Random, share: number): boolean {
  return random() < share;
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function index({ random, counters }: Scope): string {
  const counter =
    counters.length === 0 || chance(random, 0.2) ? pick(random, ['0', '0', '1', 'n - 1']) : pick(random, counters);
  return chance(random, 0.015) ? `${counter} ${pick(random, ['+ 1', '- 1', '* 0.5', '* -1'])}` : counter;
}

function value(scope: Scope, depth = 2): string {
  const { random } = scope;
  const leaf = () =>
    pick(random, [
      () => 'x',
      () => 'u',
      () => 'w',
      () => pick(random, ['0', '1', '0.1', '-0', '3']),
      () => index(scope),
      () => `${pick(random, ['a', 'b', 't', 'a', 'b'])}[${index(scope)}]![${index(scope)}]!`,
      () => `${pick(random, ['a', 'b', 't', 'out', 'list', 'v', 'p'])}.length`,
      () => `${pick(random, ['a', 'b', 't'])}[${index(scope)}]!.length`,
      () => `v[${index(scope)}]!`,
      () => `p[${index(scope)}]!.${pick(random, ['x', 'y'])}`,
      () => `(p[${index(scope)}]!.on ? u : w)`,
      () => (scope.rows.length === 0 ? 'u' : `${pick(random, scope.rows)}[${index(scope)}]!`),
      () => `HELP(${pick(random, [`a[${index(scope)}]!`, `b[${index(scope)}]!`, 'v', `t[${index(scope)}]!`])}, u)`,
      () => `SUM(${pick(random, ['a', 'b', 't'])}, 2)`,
      () => (chance(random, 0.05) ? `list[${index(scope)}]!` : '2'),
      () => (chance(random, 0.05) ? `out[${index(scope)}]![${index(scope)}]!` : '4'),
    ])();
  if (depth === 0 || chance(random, 0.4)) return leaf();
  return `(${value(scope, depth - 1)} ${pick(random, ['+', '-', '*', '/', '%'])} ${value(scope, depth - 1)})`;
}

function statements(scope: Scope, count: number): string {
  return Array.from({ length: count }, () => statement(scope)).join(' ');
}

function statement(scope: Scope): string {
  const { random, depth } = scope;
  const choices = [
    () => `u = ${value(scope)};`,
    () => `w ${pick(random, ['+=', '-=', '*='])} ${value(scope)};`,
    () => `t[${index(scope)}]![${index(scope)}] = ${value(scope)};`,
    () => `t[${index(scope)}]![${index(scope)}]! += ${value(scope)};`,
    () => `list.push(${value(scope)});`,
    () => `list[list.length] = ${value(scope)};`,
    () =>
      chance(random, 0.7)
        ? 'w *= 0.5;'
        : chance(random, 0.5)
          ? `list[${index(scope)}] = ${value(scope)};`
          : `list[${index(scope)}]! += ${value(scope)};`,
    () => `if (${value(scope, 1)} < ${value(scope, 1)}) { ${inner(scope, 1)} } else { ${inner(scope, 1)} }`,
    () => (scope.isWriting ? `a[${index(scope)}]![${index(scope)}] = ${value(scope)};` : 'w++;'),
    () => (scope.isWriting ? `b[${index(scope)}]![${index(scope)}]! *= ${value(scope)};` : 'w--;'),
    () =>
      `{ const r = ${pick(random, ['a', 'b', 't'])}[${index(scope)}]!; ${inner({ ...scope, rows: [...scope.rows, 'r'] }, 1)} u = r[0]!; }`,
    () => `{ const { x: px, on } = p[${index(scope)}]!; if (on) u += px; else w -= px; }`,
    () => `{ const q = p[${index(scope)}]!; u += q.x * q.y; ${inner(scope, 1)} }`,
    () =>
      depth < 3 ? `for (const q of p) { if (++fuel > 200) break; w += q.y; ${inner(scope, 1)} u -= q.x; }` : 'u++;',
    () => (depth < 3 ? loop(scope) : 'u += 1;'),
    () => (depth < 3 ? loop(scope) : 'u -= 1;'),
    () => (depth < 3 ? loop(scope) : 'u *= 2;'),
  ];
  return pick(random, choices)();
}

function inner(scope: Scope, count: number): string {
  return scope.depth >= 3 ? `u = ${value(scope)};` : statements({ ...scope, depth: scope.depth + 1 }, count);
}

function loop(scope: Scope): string {
  const { random, depth } = scope;
  const counter = ['i', 'j', 'k'][depth] ?? 'm';
  const deeper: Scope = { ...scope, depth: depth + 1, counters: [...scope.counters, counter] };
  const limit = 'if (++fuel > 200) break;';
  return pick(random, [
    () =>
      `for (let ${counter} = 0; ${counter} < ${pick(random, ['n', 'a.length', 'b.length', 'b[0]!.length', 't.length'])}; ${counter}++) { ${limit} ${statements(deeper, 2)} }`,
    () =>
      `for (const r${depth} of ${pick(random, ['a', 'b', 't'])}) { ${limit} ${inner({ ...scope, rows: [...scope.rows, `r${depth}`] }, 1)} }`,
    () =>
      `for (const c of ${pick(random, ['v', 'a[0]!', 'list', `t[${index(scope)}]!`])}) { ${limit} w += c; ${statements({ ...deeper, counters: scope.counters }, 1)} }`,
  ])();
}

/** One more row of `out`, in one of the ways in which people write it. */
function rowAdded(scope: Scope): string {
  const { random, out } = scope;
  const cells = { ...scope, depth: 2, counters: ['i', 'j'] };
  const width = pick(random, ['n', 'n', 'n', 'n', 'n', 'b[0]!.length', 'a.length', 'n + 1', 'i + 1', '2']);
  const head = `for (let j = 0; j < ${width}; j++)`;
  const built = pick(random, ['[]', `new Array(${width})`]);
  const target = out === 'pushed' ? null : 'out[i]';
  const add = (row: string): string => (target === null ? `out.push(${row});` : `${target} = ${row};`);
  return pick(random, [
    () =>
      `const row: number[] = []; ${head} { ${statements({ ...cells, rows: [] }, 1)} row.push(${value(cells)}); } ${add('row')}`,
    () => `const row: number[] = new Array(${width}); ${head} row[j] = ${value(cells)}; ${add('row')}`,
    () => `${add(built)} ${head} out[i]![j] = ${value(cells)};`,
    () =>
      `${add(built)} ${head} { out[i]![j] = 0; for (let k = 0; k < n; k++) out[i]![j]! += ${value({ ...cells, counters: ['i', 'j', 'k'] })}; }`,
    () => `${add('[]')} ${head} out[i]!.push(${value(cells)});`,
    () => (chance(random, 0.3) ? add(`[x, ${value(scope)}]`) : add('[...b[i]!]')),
    () => add(`[...${pick(random, ['a', 'b'])}[i]!]`),
    () =>
      `${add(`new Array(${width}).fill(${pick(random, ['0', 'x', 'n'])})`)} ${head} out[i]![j]! += ${value(cells)};`,
  ])();
}
