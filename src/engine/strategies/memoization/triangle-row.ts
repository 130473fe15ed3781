// A recursion on two whole numbers of which the second is never the larger one, as one row that is made over and over: binomial coefficients,
// Stirling numbers. Whether its order allows that is bottom-up.ts's.
import ts from 'typescript';
import { mentions } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { holdsWhenEqual, isOnlyBelow, plain } from './arithmetic.ts';
import { answerOf } from './recursion-guards.ts';
import {
  cellText,
  freshNames,
  type Guard,
  type Recursion,
  resultTypeText,
  uncheckedMark,
  withCells,
} from './recursion-text.ts';
import { MOST_CELLS } from './result-tables.ts';

/** For calls that look up, or up and one to the left: from right to left each finds what it looks for. */
export function triangleLines(
  subject: Subject,
  recursion: Recursion,
  names: readonly string[],
): readonly string[] | undefined {
  const [first, second] = names;
  const fresh = freshNames(subject);
  const [row, i, j] = ['row', 'i', 'j'].map(fresh);
  if (first === undefined || second === undefined || row === undefined || i === undefined || j === undefined)
    return undefined;
  const sure = uncheckedMark(subject);
  const cellOf = (asked: Recursion): string =>
    cellText(subject, asked, names, [i, j], (_call, keys) => `${row}[${keys[1]}]${sure}`);
  const annotation = subject.style.isTypeScript ? `: ${resultTypeText(subject)}[]` : '';
  const sides = sidesOf(subject, recursion, names, i);
  return [
    '// Only the results above, and above to the left, are asked for: one row is made over and over, from right to left.',
    `if (Number.isInteger(${first}) && Number.isInteger(${second}) && ${second} > 0 && ${first} >= ${second} && (${first} + 1) * (${second} + 1) <= ${MOST_CELLS}) {`,
    ...(sides === undefined
      ? [
          `\tconst ${row}${annotation} = [];`,
          `\tfor (let ${i} = 0; ${i} <= ${first}; ${i}++) {`,
          `\t\tfor (let ${j} = ${i} < ${second} ? ${i} : ${second}; ${j} >= 0; ${j}--) {`,
          `\t\t\t${row}[${j}] = ${cellOf(recursion)};`,
        ]
      : [
          `\tconst ${row}${annotation} = [${sides.left}];`,
          `\tfor (let ${i} = 1; ${i} <= ${first}; ${i}++) {`,
          `\t\tif (${i} <= ${second}) ${row}.push(${sides.right});`,
          `\t\tfor (let ${j} = ${i} <= ${second} ? ${i} - 1 : ${second}; ${j} > 0; ${j}--) {`,
          `\t\t\t${row}[${j}] = ${cellOf(sides.between)};`,
        ]),
    '\t\t}',
    '\t}',
    `\treturn ${row}[${second}]${sure};`,
    '}',
  ];
}

interface Sides {
  /** What the first cell of every row holds. */
  readonly left: string;
  /** What the last cell of a row holds, where both parameters are equal and above zero. */
  readonly right: string;
  /** With what is left of the guards for the cells between. */
  readonly between: Recursion;
}

/** Undefined where guards do not tell what stands at both sides without being asked for every cell. */
function sidesOf(
  subject: Subject,
  { guards, step, calls }: Recursion,
  names: readonly string[],
  counter: string,
): Sides | undefined {
  const [, second = ''] = names;
  const left = answerOf(guards, second, 0);
  const atRight = guards.find(({ condition }) => !isNeverInside(condition, names));
  if (left === undefined || atRight === undefined || !holdsWhenEqual(atRight.condition, names)) return undefined;
  // What depends on both (`n - k`) would read oddly with the same counter twice.
  if (names.every((name) => mentions(atRight.value, name))) return undefined;
  const right = withCells(subject, plain(atRight.value), [], names, [counter, counter], () => '');
  const inner = guards.flatMap(({ condition, value }) =>
    partsBetween(condition, names).map((part): Guard => ({ condition: part, value })),
  );
  return { left, right, between: { guards: inner, inBlock: inner.length, step, calls, returned: step } };
}

/** The parts of a guard that may hold where the second parameter is above zero and the first one above it. */
function partsBetween(condition: ts.Expression, names: readonly string[]): readonly ts.Expression[] {
  const inner = plain(condition);
  if (isNeverInside(inner, names) || isEquality(inner, names)) return [];
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.BarBarToken) return [condition];
  const [left, right] = [partsBetween(inner.left, names), partsBetween(inner.right, names)];
  return left[0] === inner.left && right[0] === inner.right ? [condition] : [...left, ...right];
}

/** Whether it certainly fails where both parameters are above zero. */
function isNeverInside(condition: ts.Expression, names: readonly string[]): boolean {
  const inner = plain(condition);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return isNeverInside(inner.left, names) && isNeverInside(inner.right, names);
  return names.some((name) => isOnlyBelow(inner, name, 1));
}

function isEquality(condition: ts.Expression, names: readonly string[]): boolean {
  return (
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
    holdsWhenEqual(condition, names)
  );
}
