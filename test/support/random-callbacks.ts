// Random functions whose work is in callbacks of array methods, for holding the kernel compiler against JavaScript: over arrays, rows, tables and
// records, in conditions and beside what they change, with early returns, parts of arrays, filters, and arrays that take over.
import type { Random } from './random-kernels.ts';

interface Scope {
  readonly random: Random;
  readonly depth: number;
  /** Numbers that may be read, and of these the ones that may be set. */
  readonly numbers: readonly string[];
  readonly settable: readonly string[];
  readonly indexes: readonly string[];
  readonly arrays: readonly string[];
  /** Makes names that no other part of the function has. */
  readonly fresh: { next: number };
}

/** A function `name(a, b, v, n, x, p)`: two tables, an array, a small integer, any number, records. */
export function randomCallbacks(name: string, random: Random): string {
  const result = pick(random, ['number', 'number', 'number[]', 'number[]', 'boolean', 'number[][]', 'record', 'pair']);
  const scope: Scope = {
    random,
    depth: 0,
    numbers: ['u', 'w', 'n', 'x'],
    settable: ['u', 'w'],
    indexes: ['0', 'n'],
    arrays: ['v', 'held', 'list'],
    fresh: { next: 0 },
  };
  const parts = Array.from({ length: 1 + int(random, 3) }, () => statement(scope));
  const types: Readonly<Record<string, string>> = {
    record: '{ u: number; on: boolean; last: number }',
    pair: '[number, number]',
  };
  return [
    `export function ${name}(a: number[][], b: number[][], v: number[], n: number, x: number, p: { x: number; y: number; on: boolean }[]): ${types[result] ?? result} {`,
    `  let u = ${pick(random, ['0', 'x', '1', '-0'])}; let w = 1; let fuel = 0;`,
    `  let held: number[] = ${pick(random, ['v.slice()', '[x, n, 1, u]', 'v.map((one, at) => one * at)', `v.filter((one) => one > ${pick(random, ['0', 'x', '-1'])})`])};`,
    `  const list: number[] = ${pick(random, ['[]', '[x, 1]', 'held.slice(1)', 'Array.from({ length: n }, (_, k) => k * x)'])};`,
    `  for (let r = 0; r < 2; r++) { if (++fuel > 50) break; ${parts.join('\n    ')} }`,
    `  ${returned(scope, result)}`,
    '}',
  ].join('\n');
}

function returned(scope: Scope, result: string): string {
  const { random } = scope;
  switch (result) {
    case 'number':
      return `return ${number(scope, 2)};`;
    case 'boolean':
      return `return ${truth(scope, 1)};`;
    case 'number[]':
      return `return ${pick(random, ['list', 'held', made(scope), made(scope)])};`;
    case 'number[][]': {
      const row = name(scope, 'row');
      const inner = within(scope, [], [], [row]);
      return `return ${pick(random, ['a', 'b'])}.map((${row}) => ${pick(random, [made(inner), `${row}.map((c, j) => c * j + ${number(inner, 1)})`, `[${number(inner, 1)}, ${number(inner, 0)}]`])});`;
    }
    case 'record':
      return `${pick(random, ['', `if (${truth(scope, 1)}) return { u: ${number(scope, 1)}, on: ${truth(scope, 0)}, last: 0 };`])} return { u, on: ${truth(scope, 1)}, last: ${number(scope, 1)} };`;
    default:
      return `return [${number(scope, 1)}, ${number(scope, 2)}];`;
  }
}

function int(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[int(random, choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function name({ fresh }: Scope, wish: string): string {
  fresh.next += 1;
  return `${wish}${fresh.next}`;
}

function within(
  scope: Scope,
  numbers: readonly string[],
  indexes: readonly string[],
  arrays: readonly string[] = [],
): Scope {
  return {
    ...scope,
    depth: scope.depth + 1,
    numbers: [...scope.numbers, ...numbers, ...indexes],
    indexes: [...scope.indexes, ...indexes],
    arrays: [...scope.arrays, ...arrays],
  };
}

function number(scope: Scope, depth: number): string {
  const { random, numbers, arrays } = scope;
  if (depth === 0) return pick(random, [...numbers, '0.5', '2', '-0', `${pick(random, arrays)}.length`]);
  const inner = (): string => number(scope, depth - 1);
  const array = (): string => pick(random, arrays);
  return pick(random, [
    () => `(${inner()} ${pick(random, ['+', '-', '*', '/', '%'])} ${inner()})`,
    () => `(${inner()} ${pick(random, ['+', '-', '*'])} ${inner()})`,
    () => `(${truth(scope, depth - 1)} ? ${inner()} : ${inner()})`,
    () => `Math.${pick(random, ['sqrt', 'abs', 'floor'])}(${inner()})`,
    () => `Math.${pick(random, ['max', 'min'])}(...${pick(random, [array(), made(scope)])})`,
    () => `(${pick(random, scope.settable)} ${pick(random, ['=', '+='])} ${inner()})`,
    () => `${array()}[${pick(random, scope.indexes)}]!`,
    () => (scope.depth > 2 ? inner() : reduced(scope)),
    () => (scope.depth > 2 ? inner() : reduced(scope)),
    () => `${array()}.findIndex((${'one'}) => one > ${inner()})`,
    () => `${made(scope)}.length`,
  ])();
}

function truth(scope: Scope, depth: number): string {
  const { random, arrays } = scope;
  const plain = `${number(scope, Math.max(0, depth - 1))} ${pick(random, ['<', '>', '===', '>=', '!=='])} ${number(scope, 0)}`;
  if (depth === 0 || scope.depth > 2) return `(${plain})`;
  const [one, at] = [name(scope, 'q'), name(scope, 'k')];
  const inner = within(scope, [one], [at]);
  return pick(random, [
    () => `(${plain})`,
    () => `(${truth(scope, depth - 1)} ${pick(random, ['&&', '||'])} ${truth(scope, depth - 1)})`,
    () => `${pick(random, arrays)}.${pick(random, ['some', 'every'])}((${one}, ${at}) => ${truth(inner, depth - 1)})`,
    () => `p.${pick(random, ['some', 'every'])}((${one}) => ${one}.on && ${one}.x > ${number(scope, 0)})`,
  ])();
}

/** Not `on`, which is a truth. */
function reduced(scope: Scope): string {
  const { random, arrays } = scope;
  const [sum, one, at] = [name(scope, 's'), name(scope, 'e'), name(scope, 'k')];
  const inner = within(scope, [sum, one], [at]);
  const start = number(scope, 0);
  return pick(random, [
    () => `${pick(random, arrays)}.reduce((${sum}, ${one}, ${at}) => ${number(inner, 2)}, ${start})`,
    () => `${pick(random, arrays)}.reduce((${sum}, ${one}) => ${sum} + ${one} * ${one}, ${start})`,
    () =>
      `${pick(random, arrays)}.reduce((${sum}, ${one}, ${at}) => { ${body({ ...inner, settable: [...scope.settable, sum, one] }, number(inner, 1))} }, ${start})`,
    () => `${pick(random, arrays)}.reduce((${sum}, ${one}) => Math.max(${sum}, ${one}))`,
    () =>
      `a[${pick(random, scope.indexes)}]!.reduce((${sum}, ${one}, ${at}) => ${sum} + ${one} * ${pick(random, [at, `v[${at}]!`])}, ${start})`,
    () => `p.reduce((${sum}, ${one}) => ${sum} + ${one}.x * ${one}.y, ${start})`,
    () => `b.reduce((${sum}, ${one}) => ${sum} + ${one}.reduce((t, c) => t + c, 0), ${start})`,
    () => `a.reduce((${sum}, [${one}]) => ${sum} + ${one}!, ${start})`,
    () => `${made(scope)}.reduce((${sum}, ${one}) => ${sum} - ${one}, ${start})`,
  ])();
}

/** Of a callback with a block: what it does, and what it returns. */
function body(scope: Scope, value: string | undefined): string {
  const { random } = scope;
  const early =
    int(random, 3) === 0 ? `if (${truth(scope, 1)}) return${value === undefined ? '' : ` ${number(scope, 0)}`};` : '';
  const kept = name(scope, 'o');
  const known = within(scope, [kept], []);
  return `const ${kept} = ${number(scope, 1)}; ${early} ${scope.depth > 2 ? '' : statement({ ...known, depth: scope.depth })} ${value === undefined ? '' : `return ${value};`}`;
}

/** A new array of numbers. */
function made(scope: Scope): string {
  const { random, arrays } = scope;
  const [one, at] = [name(scope, 'm'), name(scope, 'k')];
  const inner = within(scope, [one], [at]);
  const array = pick(random, arrays);
  return pick(random, [
    () => `${array}.map((${one}, ${at}) => ${number(inner, scope.depth > 1 ? 1 : 2)})`,
    () => `${array}.map((${one}) => ${one} * 2)`,
    () =>
      scope.depth > 1
        ? `${array}.slice()`
        : `${array}.map((${one}, ${at}) => { ${body({ ...inner, settable: [...scope.settable, one] }, number(inner, 1))} })`,
    () => `${array}.filter((${one}, ${at}) => ${truth(inner, 1)})`,
    () =>
      `${array}.slice(${pick(random, ['1', '-2', 'n', 'x', '0', ...scope.indexes])}${pick(random, ['', ', 3', ', -1', `, ${number(scope, 0)}`])})`,
    () => `p.map((${one}) => ${one}.x + ${number(scope, 0)})`,
    () => `a.map((${one}) => ${one}.reduce((t, c, j) => t + c * j, 0))`,
    () => `${array}.filter((${one}) => ${one} > 0).map((${one}) => ${one} + 1)`,
    () => `b.map(([${one}, ${at}]) => ${one}! - ${at}!)`,
  ])();
}

function statement(scope: Scope): string {
  const { random, arrays, settable } = scope;
  const [one, at, kept] = [name(scope, 'e'), name(scope, 'k'), name(scope, 'h')];
  const inner = within({ ...scope, settable: [...settable, one] }, [one], [at]);
  const array = pick(random, arrays);
  return pick(random, [
    () => `${pick(random, settable)} ${pick(random, ['=', '+=', '-='])} ${number(scope, 2)};`,
    () => `if (${truth(scope, 2)}) { u += ${number(scope, 1)}; } else w -= 1;`,
    () =>
      `${array}.forEach((${one}, ${at}) => { ${scope.depth > 1 ? `u += ${number(inner, 1)};` : body(inner, undefined)} });`,
    () => `${array}.forEach((${one}, ${at}) => (${pick(random, settable)} = ${number(inner, 1)}));`,
    () => `p.forEach((${one}, ${at}) => { if (${one}.on) w += ${one}.y * ${at}; });`,
    () => `a.forEach((${one}, ${at}) => { u += ${one}.length * ${at} + ${reduced(within(scope, [], [at], [one]))}; });`,
    () => `v[${pick(random, ['0', ...scope.indexes])}] = ${number(scope, 2)};`,
    () => `${scope.depth > 0 ? '' : `held = ${made(scope)};`}`,
    () => `{ const ${kept} = ${made(scope)}; u -= ${kept}.length; ${kept}.forEach((${one}) => { w += ${one}; }); }`,
    () => `list.push(${number(scope, 1)});`,
    () => `for (const [left, right] of b) { u += left! - right!; }`,
  ])();
}
