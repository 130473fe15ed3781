// Files of which only the first lines are looked at: `split('\n')[0]`, `split('\n').slice(0, 10)`, `const [header] = ...`. They are read until those
// lines are there.

import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { outermost } from '../../source/ranges/expressions.ts';
import { placeOf } from '../../source/statement-place.ts';
import type { Subject } from '../../source/subject.ts';
import { followedOnce } from './line-chains.ts';
import { isConstantName, isText } from './local-uses.ts';
import { whyNotMoved } from './moved-read.ts';
import { textOf } from './read-lines.ts';
import { type LineEnd, lineEndOf, methodCall } from './split-text.ts';

export interface FirstLines {
  readonly read: FileCall;
  readonly file: ts.Expression;
  readonly lineEnd: LineEnd;
  readonly needless: readonly ts.VariableStatement[];
  /** What stands for the lines that are wanted, and in whose place the call comes. */
  readonly lines: ts.Expression;
  /** How many, as code. */
  readonly count: string;
  /** The count is written out, and so no number below zero. */
  readonly isLiteral: boolean;
}

/** Undefined where more than the first lines could be wanted. */
export function firstLinesOf(read: FileCall, subject: Subject): FirstLines | undefined {
  const [file, options] = read.call.arguments;
  if (file === undefined || ts.isSpreadElement(file) || !isText(file, subject.checker)) return undefined;
  const needless: ts.VariableStatement[] = [];
  const whole = textOf(read, options, subject, needless);
  const text = whole === undefined ? undefined : followedOnce(whole, subject, needless);
  const split = text === undefined || text.second !== undefined ? undefined : methodCall(text.use, 'split');
  if (split === undefined) return undefined;
  const [separator, most, ...more] = split.arguments;
  const lineEnd = separator === undefined || more.length > 0 ? undefined : lineEndOf([separator]);
  if (lineEnd === undefined) return undefined;
  const wanted = most === undefined ? wantedOf(outermost(split), subject, needless) : limitedTo(split, most);
  if (wanted === undefined || whyNotMoved(needless, file, statementOf(wanted.lines), subject) !== undefined)
    return undefined;
  // What is evaluated in front of the read stays there.
  if (needless.length > 0 && placeOf(wanted.lines, subject.node) === undefined) return undefined;
  return { read, file, lineEnd, needless, ...wanted };
}

type Wanted = Pick<FirstLines, 'lines' | 'count' | 'isLiteral'>;

function wantedOf(split: ts.Expression, subject: Subject, needless: ts.VariableStatement[]): Wanted | undefined {
  const { use, second } = followedOnce(split, subject, needless);
  if (second !== undefined) return undefined;
  const { parent } = use;
  if (ts.isVariableDeclaration(parent) && ts.isArrayBindingPattern(parent.name)) {
    const { elements } = parent.name;
    const isRest = elements.some((element) => ts.isBindingElement(element) && element.dotDotDotToken !== undefined);
    return isRest || elements.length === 0 ? undefined : literal(use, elements.length);
  }
  if (ts.isElementAccessExpression(parent) && parent.expression === use && !isWriteTarget(parent)) {
    const at = parent.argumentExpression;
    const isCalled = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    return isSmallNumber(at) && !isCalled ? literal(use, Number(at.text) + 1) : undefined;
  }
  if (methodCall(use, 'shift') !== undefined) return literal(use, 1);
  const call = methodCall(use, 'slice');
  const [from, to, ...more] = call === undefined ? [] : call.arguments;
  if (call === undefined || from?.getText() !== '0' || to === undefined || more.length > 0) return undefined;
  if (isSmallNumber(to)) return literal(call, Number(to.text));
  return isConstantCount(to, subject) ? { lines: call, count: to.getText(), isLiteral: false } : undefined;
}

function limitedTo(split: ts.CallExpression, most: ts.Expression): Wanted | undefined {
  return isSmallNumber(most) ? literal(split, Number(most.text)) : undefined;
}

function isSmallNumber(node: ts.Expression): node is ts.NumericLiteral {
  return ts.isNumericLiteral(node) && /^\d{1,4}$/.test(node.text);
}

function literal(lines: ts.Expression, count: number): Wanted {
  return { lines, count: String(count), isLiteral: true };
}

function isConstantCount(count: ts.Expression, subject: Subject): boolean {
  const isNumber = (subject.checker.getTypeAtLocation(count).flags & ts.TypeFlags.NumberLike) !== 0;
  return ts.isIdentifier(count) && isNumber && isConstantName(count, subject);
}

function statementOf(node: ts.Node): ts.Node {
  return ts.findAncestor(node, (one) => ts.isStatement(one) && ts.isBlock(one.parent)) ?? node;
}
