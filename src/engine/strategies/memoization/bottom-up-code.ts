// The text of a recursion on whole numbers as a loop from the smallest on: variables for the last results, or a table. Whether its order allows
// that is bottom-up.ts's.
import ts from 'typescript';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { isOnlyBelow, lessenedBy, plain } from './arithmetic.ts';

/** Of one parameter, and cells of two: some megabytes. The recursion would overflow the stack before most of them. */
const LARGEST = '100_000';
const MOST_CELLS = '1_000_000';

/** Of results kept in variables of their own. */
const MOST_VARIABLES = 3;

export interface Recursion {
  readonly guards: readonly Guard[];
  /** What is returned when no guard holds. */
  readonly step: ts.Expression;
  readonly calls: readonly ts.CallExpression[];
  /** Its whole is what one cell of the table holds, guards of the block aside. */
  readonly returned: ts.Expression;
}

export interface Guard {
  readonly condition: ts.Expression;
  readonly value: ts.Expression;
}

/** Only the last results are kept, where the recursion looks back a few steps and its guards speak of the smallest numbers only. */
export function rollingLines(
  subject: Subject,
  { guards, step, calls }: Recursion,
  names: readonly string[],
  steps: readonly number[],
): readonly string[] | undefined {
  const [name] = names;
  const [back = 0] = steps;
  const called = calledAs(calls);
  if (name === undefined || names.length > 1 || back > MOST_VARIABLES || called === undefined) return undefined;
  if (!guards.every(({ condition }) => isOnlyBelow(condition, name, back))) return undefined;
  const taken: string[] = [];
  const fresh = (wanted: string): string => {
    const one = freshName(subject, wanted, taken);
    taken.push(one);
    return one;
  };
  // The last result first.
  const results = Array.from({ length: back }, (_, index) => fresh(index === 0 ? 'last' : `last${index + 1}`));
  const [k, next] = [fresh('k'), fresh('next')];
  const value = inTable(subject, step, calls, names, [k], (call) => {
    const [argument] = call.arguments;
    return results[(argument ? (lessenedBy(argument, name) ?? 1) : 1) - 1] ?? '';
  });
  const starts = results.map((_, index) => `${called}(${back - 1 - index})`);
  return [
    '// Only the results before are asked for, so a loop from the smallest number on keeps those.',
    `if (Number.isInteger(${name}) && ${name} >= ${back} && ${name} <= ${LARGEST}) {`,
    ...results.map((one, index) => `\tlet ${one} = ${starts[index]};`),
    `\tfor (let ${k} = ${back}; ${k} <= ${name}; ${k}++) {`,
    `\t\tconst ${next} = ${value};`,
    ...results.map((one, index) => `\t\t${one} = ${index === 0 ? next : results[index - 1]};`).reverse(),
    '\t}',
    `\treturn ${results[0]};`,
    '}',
  ];
}

/** How the function calls itself, when always the same: the starting values are asked of its own guards. */
function calledAs(calls: readonly ts.CallExpression[]): string | undefined {
  const names = new Set(calls.map(({ expression }) => expression.getText()));
  return names.size === 1 ? [...names][0] : undefined;
}

/** A cell for every smaller argument; of two parameters only two rows, when no call looks further back, or even one that is written over. */
export function tableLines(
  subject: Subject,
  recursion: Recursion,
  names: readonly string[],
  steps: readonly number[],
): readonly string[] {
  const taken: string[] = [];
  const fresh = (wanted: string): string => {
    const name = freshName(subject, wanted, taken);
    taken.push(name);
    return name;
  };
  const isRolling = names.length === 2 && steps[0] === 1;
  const isInPlace = isRolling && recursion.calls.every((call) => looksUpOrLeft(call, names));
  const row = names.length === 2 ? fresh('row') : undefined;
  const table = isInPlace && row ? row : fresh(isRolling ? 'above' : 'results');
  const counters = names.map((_, index) => fresh(names.length === 1 ? 'k' : (['i', 'j'][index] ?? 'k')));
  const sure = subject.style.isTypeScript && subject.project.options.noUncheckedIndexedAccess === true ? '!' : '';
  const print = (expression: ts.Expression): string =>
    inTable(subject, expression, recursion.calls, names, counters, (call) => {
      const keys = call.arguments.map((argument) => inTable(subject, argument, [], names, counters, () => ''));
      const [ofRow] = call.arguments;
      if (isRolling && ofRow) return `${lessenedBy(ofRow, names[0]) === 0 ? row : table}[${keys[1]}]${sure}`;
      return `${table}${keys.map((key) => `[${key}]${sure}`).join('')}`;
    });
  const { body } = subject.node;
  const clauses = body && ts.isBlock(body) ? recursion.guards.slice(0, body.statements.length - 1) : [];
  const cell = [
    ...clauses.map(
      ({ condition, value }) => `${inParts(print(condition), condition)} ? ${inParts(print(value), value)} : `,
    ),
    print(plain(recursion.returned)),
  ].join('');
  const annotation = (depth: string): string => (subject.style.isTypeScript ? `: ${typeOf(subject)}${depth}` : '');
  // Above zero, because -0 is a whole number as well and its sign may show in the result.
  const whole = names.map((name) => `Number.isInteger(${name}) && ${name} > 0`).join(' && ');
  const [first, second] = names;
  const [outer, inner] = counters;
  const comment =
    '// Only smaller whole numbers are asked for: from the smallest on, each result is there before it is needed.';
  if (second === undefined || inner === undefined || row === undefined)
    return [
      comment,
      `if (${whole} && ${first} <= ${LARGEST}) {`,
      `\tconst ${table}${annotation('[]')} = [];`,
      `\tfor (let ${outer} = 0; ${outer} <= ${first}; ${outer}++) {`,
      `\t\t${table}.push(${cell});`,
      '\t}',
      `\treturn ${table}[${first}]${sure};`,
      '}',
    ];
  if (isInPlace)
    return [
      '// Only the results above and to the left are asked for: one row is made over and over, from left to right.',
      `if (${whole} && (${first} + 1) * (${second} + 1) <= ${MOST_CELLS}) {`,
      `\tconst ${row}${annotation('[]')} = [];`,
      `\tfor (let ${outer} = 0; ${outer} <= ${first}; ${outer}++) {`,
      `\t\tfor (let ${inner} = 0; ${inner} <= ${second}; ${inner}++) {`,
      `\t\t\t${row}[${inner}] = ${cell};`,
      '\t\t}',
      '\t}',
      `\treturn ${row}[${second}]${sure};`,
      '}',
    ];
  if (isRolling)
    return [
      '// Only smaller whole numbers are asked for: a row is made from the one before it.',
      `if (${whole} && (${first} + 1) * (${second} + 1) <= ${MOST_CELLS}) {`,
      `\tlet ${table}${annotation('[]')} = [];`,
      `\tfor (let ${outer} = 0; ${outer} <= ${first}; ${outer}++) {`,
      `\t\tconst ${row}${annotation('[]')} = [];`,
      `\t\tfor (let ${inner} = 0; ${inner} <= ${second}; ${inner}++) {`,
      `\t\t\t${row}.push(${cell});`,
      '\t\t}',
      `\t\t${table} = ${row};`,
      '\t}',
      `\treturn ${table}[${second}]${sure};`,
      '}',
    ];
  return [
    comment,
    `if (${whole} && (${first} + 1) * (${second} + 1) <= ${MOST_CELLS}) {`,
    `\tconst ${table}${annotation('[][]')} = [];`,
    `\tfor (let ${outer} = 0; ${outer} <= ${first}; ${outer}++) {`,
    `\t\tconst ${row}${annotation('[]')} = [];`,
    `\t\t${table}.push(${row});`,
    `\t\tfor (let ${inner} = 0; ${inner} <= ${second}; ${inner}++) {`,
    `\t\t\t${row}.push(${cell});`,
    '\t\t}',
    '\t}',
    `\treturn ${table}[${first}]${sure}[${second}]${sure};`,
    '}',
  ];
}

/** `f(x - 1, y)` or `f(x, y - 2)`: what stands in the row's cell before it is written, or in one that was written in this turn. */
function looksUpOrLeft({ arguments: [up, left] }: ts.CallExpression, names: readonly string[]): boolean {
  if (up === undefined || left === undefined) return false;
  return (lessenedBy(up, names[0]) === 0) !== (lessenedBy(left, names[1]) === 0);
}

/** The text of an expression with counters for the parameters and cells for the calls. */
function inTable(
  { sourceFile }: Subject,
  expression: ts.Expression,
  calls: readonly ts.CallExpression[],
  names: readonly string[],
  counters: readonly string[],
  cell: (call: ts.CallExpression) => string,
): string {
  const replaced: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const call = calls.find((one) => one === node);
    const counter = ts.isIdentifier(node) && isValue(node) ? counters[names.indexOf(node.text)] : undefined;
    const text = call ? cell(call) : counter;
    if (text === undefined) ts.forEachChild(node, visit);
    else replaced.push({ start: node.getStart(sourceFile), end: node.end, text });
  };
  visit(expression);
  let printed = '';
  let from = expression.getStart(sourceFile);
  for (const { start, end, text } of replaced) {
    printed += sourceFile.text.slice(from, start) + text;
    from = end;
  }
  return printed + sourceFile.text.slice(from, expression.end);
}

function isValue(node: ts.Identifier): boolean {
  return !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

/** Parts of a conditional that bind weaker than it are set in parentheses. */
function inParts(text: string, expression: ts.Expression): string {
  return ts.isConditionalExpression(expression) ? `(${text})` : text;
}

function typeOf({ checker, node }: Subject): string {
  const signature = checker.getSignatureFromDeclaration(node);
  const type = signature && checker.getBaseTypeOfLiteralType(checker.getReturnTypeOfSignature(signature));
  const text = type ? checker.typeToString(type) : 'number';
  return /^\w+$/.test(text) ? text : `(${text})`;
}

/** Indentation as in the file, and no semicolons where the file has none. */
export function finished(lines: readonly string[], { style }: Subject): string {
  return lines
    .map((line) => line.replace(/^\t+/, (tabs) => style.indent.repeat(tabs.length)))
    .map((line) => (style.semicolons ? line : line.replace(/;$/, '')))
    .join('\n');
}
