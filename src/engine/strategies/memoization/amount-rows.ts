// The rows of amount-table.ts as lines: first the results where no item is left, then a row for each item from the last to the first. What is known of
// a row is asked in none of its cells: whether there is an item, whether the amount is below zero.
import ts from 'typescript';
import { mentions } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { type AmountBody, type AmountRecursion, isBelowZero, isOfNone, itemOf, limitOf } from './amount-recursion.ts';
import { plain, raisedBy } from './arithmetic.ts';
import { inParts, uncheckedMark, withCells } from './recursion-text.ts';

export interface AskedRows {
  readonly site: AmountRecursion;
  readonly outer: Subject;
  readonly inner: Subject;
  /** The variable of a row, and of the one of the item behind: the same where the row is written over. */
  readonly row: string;
  readonly before: string;
  readonly type: string;
}

/** What a cell holds where one of the tests holds, or else, without tests. */
interface Clause {
  readonly tests: readonly ts.Expression[];
  readonly value: ts.Expression;
}

type Known = (part: ts.Expression) => boolean | undefined;

/** The call is for the same item. */
export function isAlone(call: ts.CallExpression, [index]: AmountRecursion['names']): boolean {
  const [given] = call.arguments;
  return given !== undefined && raisedBy(given, index) === 0;
}

export function rowLines(asked: AskedRows): readonly string[] {
  const { site, outer, row, before, type } = asked;
  const { body, names, list, amount } = site;
  const [index, left] = names;
  const isEnd = (part: ts.Expression): boolean => limitOf(part, index, body, outer) === `${list}.length`;
  const whereItems =
    (are: boolean): Known =>
    (part) =>
      isBelowZero(part, left) ? false : isEnd(part) ? !are : undefined;
  const declared = `${row === before ? 'const' : 'let'} ${before}`;
  const atEnd = clausesWhere(body, whereItems(false));
  if (atEnd.some((clause) => looksAtItem(clause, site))) {
    const clauses = clausesWhere(body, (part) => (isBelowZero(part, left) ? false : undefined));
    return [
      `${declared}: ${type}[] = [];`,
      `for (let ${index} = ${list}.length; ${index} >= 0; ${index}--) {`,
      ...rowOfItem(clauses, asked, ''),
      '}',
    ];
  }
  const ofNone = answerForNone(atEnd, left);
  const isOfAll = ofNone !== undefined && answerForNone(clausesWhere(body, whereItems(true)), left) === ofNone;
  const [other, ...more] = ofNone === undefined ? atEnd : atEnd.slice(1);
  const isOneValue = other !== undefined && more.length === 0 && !mentions(other.value, left);
  const clauses = clausesWhere(body, (part) => (isOfAll && isOfNone(part, left) ? false : whereItems(true)(part)));
  const sum =
    isOneValue && isCount(other.value) && (ofNone === undefined || isOfAll) ? sumOfRow(clauses, asked) : undefined;
  const ofItem = sum ?? rowOfItem(clauses, asked, uncheckedMark(outer), isOfAll ? ofNone : undefined);
  return [
    ...(isOneValue
      ? [
          `${declared} = new Array<${type}>(${amount} + 1).fill(${print(other.value, asked)});`,
          ...(ofNone === undefined ? [] : [`${before}[0] = ${ofNone};`]),
        ]
      : [
          `${declared}: ${type}[] = [];`,
          `for (let ${left} = 0; ${left} <= ${amount}; ${left}++) {`,
          ...assignment(`${before}[${left}]`, atEnd, asked).map((line) => `\t${line}`),
          '}',
        ]),
    `for (let ${index} = ${list}.length - 1; ${index} >= 0; ${index}--) {`,
    ...ofItem,
    '}',
  ];
}

/**
 * `row[left] += row[left - coin]`, which begins with the first amount that holds the item: for less, nothing is added. What begins with a count and adds
 * counts is never -0, to which adding nothing would be a difference.
 */
function sumOfRow(clauses: readonly Clause[], asked: AskedRows): readonly string[] | undefined {
  const { site, outer, row, before } = asked;
  const { body, names, calls, amount, taken, below } = site;
  const [clause, ...others] = clauses;
  const sum = clause === undefined ? undefined : plain(clause.value);
  if (sum === undefined || others.length > 0 || row !== before || below === undefined || plain(below).getText() !== '0')
    return undefined;
  if (!ts.isBinaryExpression(sum) || sum.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const asksAt = (part: ts.Expression): ts.CallExpression | undefined => calls.find((call) => call === plain(part));
  const [one, other] = [asksAt(sum.left), asksAt(sum.right)];
  if (one === undefined || other === undefined || taken.has(one) === taken.has(other)) return undefined;
  const item = taken.get(taken.has(one) ? one : other)?.getText();
  const left = names[1];
  if (item === undefined || body.constants.some(({ value }) => mentions(value, left))) return undefined;
  const sure = uncheckedMark(outer);
  return [
    ...constantsOf(body.constants, asked, sure),
    `for (let ${left} = ${item}; ${left} <= ${amount}; ${left}++) ${row}[${left}]${sure} += ${row}[${left} - ${item}]${sure};`,
  ].map((line) => `\t${line}`);
}

function isCount(value: ts.Expression): boolean {
  return ts.isNumericLiteral(plain(value));
}

/** The body of the loop over items; `ofNone` is what stands in all rows for an amount of zero. */
function rowOfItem(clauses: readonly Clause[], asked: AskedRows, sure: string, ofNone?: string): readonly string[] {
  const { site, row, before, type } = asked;
  const { body, names, calls, amount } = site;
  const left = names[1];
  const isOfRow = ({ value }: AmountBody['constants'][number]): boolean =>
    !calls.some((call) => isInside(call, value)) &&
    ![left, ...body.constants.map(({ name }) => name.text)].some((name) => mentions(value, name));
  const declared = (constants: AmountBody['constants']): readonly string[] => constantsOf(constants, asked, sure);
  const isOwnRow = row !== before;
  return [
    ...declared(body.constants.filter(isOfRow)),
    ...(isOwnRow ? [`const ${row}: ${type}[] = [${ofNone ?? ''}];`] : []),
    `for (let ${left} = ${ofNone === undefined ? 0 : 1}; ${left} <= ${amount}; ${left}++) {`,
    ...declared(body.constants.filter((one) => !isOfRow(one))).map((line) => `\t${line}`),
    ...assignment(`${row}[${left}]`, clauses, asked).map((line) => `\t${line}`),
    '}',
    ...(isOwnRow ? [`${before} = ${row};`] : []),
  ].map((line) => `\t${line}`);
}

function constantsOf(constants: AmountBody['constants'], asked: AskedRows, sure: string): readonly string[] {
  return constants.map(({ name, value }) => {
    const mark = ts.isElementAccessExpression(itemOf(value, [])) && !ts.isNonNullExpression(plain(value)) ? sure : '';
    return `const ${name.text} = ${print(value, asked)}${mark};`;
  });
}

function assignment(cell: string, clauses: readonly Clause[], asked: AskedRows): readonly string[] {
  const texts = clauses.map(({ tests, value }) => {
    const text = print(plain(value), asked);
    if (tests.length === 0) return text;
    const test = tests.map((part) => print(part, asked)).join(' || ');
    return `${tests.some((part) => ts.isConditionalExpression(part)) ? `(${test})` : test} ? ${inParts(text, plain(value))}`;
  });
  const line = `${cell} = ${texts.join(' : ')};`;
  if (texts.length < 3 && line.length <= 90) return [line];
  return [
    `${cell} =`,
    ...texts.map((text, at) => `\t${at === 0 ? '' : '\t: '}${text}${at === texts.length - 1 ? ';' : ''}`),
  ];
}

function print(expression: ts.Expression, { site, inner, outer, row, before }: AskedRows): string {
  const { names, calls, taken, below } = site;
  const sure = uncheckedMark(outer);
  return withCells(inner, expression, calls, names, names, (call) => {
    const from = isAlone(call, names) ? row : before;
    const what = taken.get(call);
    if (what === undefined) return `${from}[${names[1]}]${sure}`;
    const item = what.getText();
    const cell = `${from}[${names[1]} - ${item}]${sure}`;
    return below === undefined ? cell : `(${names[1]} < ${item} ? ${below.getText()} : ${cell})`;
  });
}

/** The guards and what is returned behind them, as far as they can still be reached. */
function clausesWhere({ guards, result }: AmountBody, known: Known): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const { condition, value } of guards) {
    const tests = openParts(condition, known);
    if (tests === 'holds') return [...clauses, { tests: [], value }];
    if (tests.length > 0) clauses.push({ tests, value });
  }
  return [...clauses, { tests: [], value: result }];
}

/** Of the parts of a condition any of which is enough those that are open; none when it cannot hold. */
function openParts(condition: ts.Expression, known: Known): readonly ts.Expression[] | 'holds' {
  const inner = plain(condition);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const [one, other] = [openParts(inner.left, known), openParts(inner.right, known)];
    return one === 'holds' || other === 'holds' ? 'holds' : [...one, ...other];
  }
  const answer = known(inner);
  return answer === undefined ? [condition] : answer ? 'holds' : [];
}

function looksAtItem({ tests, value }: Clause, { names, body, calls }: AmountRecursion): boolean {
  const ofItem = [names[0], ...body.constants.map(({ name }) => name.text)];
  return [...tests, value].some(
    (part) => ofItem.some((name) => mentions(part, name)) || calls.some((call) => isInside(call, part)),
  );
}

/** The literal that is answered for an amount of zero before anything else is asked. */
function answerForNone([first]: readonly Clause[], left: string): string | undefined {
  const [test, ...more] = first?.tests ?? [];
  if (first === undefined || test === undefined || more.length > 0 || !isOfNone(test, left)) return undefined;
  const value = plain(first.value);
  const isTruth = value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth || ts.isNumericLiteral(value) ? value.getText() : undefined;
}
