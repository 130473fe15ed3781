// A recursion on whole numbers as a table that is filled from the smallest on. Whether its order allows that is bottom-up.ts's.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { isOnlyBelow, lessenedBy, plain } from './arithmetic.ts';
import { answerOf } from './recursion-guards.ts';
import { cellText, freshNames, LARGEST, type Recursion, resultTypeText, uncheckedMark } from './recursion-text.ts';

/** Of two parameters: some megabytes. */
export const MOST_CELLS = '1_000_000';

/** A cell for every smaller argument; of two parameters only two rows, when no call looks further back, or even one that is written over. */
export function tableLines(
  subject: Subject,
  given: Recursion,
  names: readonly string[],
  steps: readonly number[],
): readonly string[] {
  const recursion = withoutNegatives(given, names);
  const fresh = freshNames(subject);
  const isRolling = names.length === 2 && steps[0] === 1;
  const isInPlace = isRolling && recursion.calls.every((call) => looksUpOrLeft(call, names));
  const row = names.length === 2 ? fresh('row') : undefined;
  const table = isInPlace && row ? row : fresh(isRolling ? 'above' : 'results');
  const counters = names.map((_, index) => fresh(names.length === 1 ? 'k' : (['i', 'j'][index] ?? 'k')));
  const sure = uncheckedMark(subject);
  const border = isRolling ? borderOf(recursion, names) : undefined;
  const asked = border === undefined ? recursion : { ...recursion, inBlock: 0, returned: recursion.step };
  const cell = cellText(subject, asked, names, counters, (call, keys) => {
    const [ofRow] = call.arguments;
    if (isRolling && ofRow) return `${lessenedBy(ofRow, names[0]) === 0 ? row : table}[${keys[1]}]${sure}`;
    return `${table}${keys.map((key) => `[${key}]${sure}`).join('')}`;
  });
  const { isTypeScript } = subject.style;
  const annotation = (depth: string): string => (isTypeScript ? `: ${resultTypeText(subject)}${depth}` : '');
  const filled = (count: string, value: string): string =>
    `new Array${isTypeScript ? `<${resultTypeText(subject)}>` : ''}(${count} + 1).fill(${value})`;
  const from = border === undefined ? 0 : 1;
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
      border === undefined
        ? `\tconst ${row}${annotation('[]')} = [];`
        : `\tconst ${row} = ${filled(second, border.ofRow)};`,
      ...(border === undefined || border.ofColumn === border.ofRow ? [] : [`\t${row}[0] = ${border.ofColumn};`]),
      `\tfor (let ${outer} = ${from}; ${outer} <= ${first}; ${outer}++) {`,
      `\t\tfor (let ${inner} = ${from}; ${inner} <= ${second}; ${inner}++) {`,
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
      border === undefined
        ? `\tlet ${table}${annotation('[]')} = [];`
        : `\tlet ${table} = ${filled(second, border.ofRow)};`,
      `\tfor (let ${outer} = ${from}; ${outer} <= ${first}; ${outer}++) {`,
      `\t\tconst ${row}${annotation('[]')} = [${border?.ofColumn ?? ''}];`,
      `\t\tfor (let ${inner} = ${from}; ${inner} <= ${second}; ${inner}++) {`,
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

/** Without the guards of the block that only answer where a parameter is below zero. */
function withoutNegatives(recursion: Recursion, names: readonly string[]): Recursion {
  const isForThem = (condition: ts.Expression): boolean => {
    const inner = plain(condition);
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken)
      return isForThem(inner.left) && isForThem(inner.right);
    return names.some((name) => isOnlyBelow(inner, name, 0));
  };
  const { guards, inBlock } = recursion;
  const ofBlock = guards.slice(0, inBlock).filter(({ condition }) => !isForThem(condition));
  return { ...recursion, guards: [...ofBlock, ...guards.slice(inBlock)], inBlock: ofBlock.length };
}

/** The numbers that guards answer where the first parameter is zero, and where only the second is; no guard says anything else. */
function borderOf(
  { guards }: Recursion,
  [first, second]: readonly string[],
): { readonly ofRow: string; readonly ofColumn: string } | undefined {
  if (first === undefined || second === undefined) return undefined;
  const isBorder = (condition: ts.Expression): boolean => {
    const inner = plain(condition);
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken)
      return isBorder(inner.left) && isBorder(inner.right);
    return [first, second].some((name) => isOnlyBelow(inner, name, 1));
  };
  if (!guards.every(({ condition }) => isBorder(condition))) return undefined;
  const ofRow = answerOf(guards, first, 0);
  const below = guards.filter(({ condition }) => !isOnlyBelow(condition, first, 1));
  const ofColumn = answerOf(below, second, 0);
  return ofRow === undefined || ofColumn === undefined ? undefined : { ofRow, ofColumn };
}

/** `f(x - 1, y)` or `f(x, y - 2)`: what stands in the row's cell before it is written, or in one that was written in this turn. */
function looksUpOrLeft({ arguments: [up, left] }: ts.CallExpression, names: readonly string[]): boolean {
  if (up === undefined || left === undefined) return false;
  return (lessenedBy(up, names[0]) === 0) !== (lessenedBy(left, names[1]) === 0);
}
