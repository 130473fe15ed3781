// Whether two steps of a chain may throw errors of different kinds, so that the first one would be another in one loop. Types are believed, but for
// three things: what `JSON.parse` gives may be anything, what `!` says is there may not be, and neither may the element of a list. Looking into such
// a value throws a TypeError; two steps that throw nothing else differ in its text at most.
import ts from 'typescript';
import type { Effect } from '../../source/effects.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';

interface AnalysedStep {
  readonly callback: ts.Node;
  readonly effects: readonly Effect[];
}

/** `before`: what stays as it is in front of these steps and gives them their elements. */
export function mayThrowDifferently(
  steps: readonly AnalysedStep[],
  before: readonly ts.Node[],
  checker: ts.TypeChecker,
): boolean {
  let isDoubtful = before.some((node) => some(node, (inner) => givesDoubtful(inner, checker)));
  let [throwing, looking] = [0, 0];
  for (const { callback, effects } of steps) {
    const throws = effects.some(({ kind }) => kind === 'may-throw') || some(callback, (node) => isParse(node, checker));
    const looks = some(callback, (node) => (isDoubtful && isAccess(node)) || looksIntoDoubtful(node, checker));
    if (throws) throwing += 1;
    else if (looks) looking += 1;
    isDoubtful ||= some(callback, (node) => givesDoubtful(node, checker));
  }
  return throwing > 1 || (throwing === 1 && looking > 0);
}

function givesDoubtful(node: ts.Node, checker: ts.TypeChecker): boolean {
  return isParse(node, checker) || isAssertedThere(node, checker);
}

/** `row!.name`, `line.split(',')[1].length` */
function looksIntoDoubtful(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  if (node.questionDotToken !== undefined) return false;
  const value = node.expression;
  if (ts.isNonNullExpression(value)) return isAssertedThere(value, checker) || isElement(value.expression, checker);
  return isElement(value, checker);
}

/** Of a list as long as it happens to be. */
function isElement(value: ts.Expression, checker: ts.TypeChecker): boolean {
  return ts.isElementAccessExpression(value) && checker.isArrayType(checker.getTypeAtLocation(value.expression));
}

/** `rows.get(id)!`, where the type says that it may be missing. */
function isAssertedThere(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (!ts.isNonNullExpression(node)) return false;
  const type = checker.getTypeAtLocation(node.expression);
  return checker.getNonNullableType(type) !== type;
}

/** Reads of it, or hands it to who may. */
function isAccess(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isArrayBindingPattern(node)
  );
}

/** `JSON.parse`, called here or handed on. */
function isParse(node: ts.Node, checker: ts.TypeChecker): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'parse' &&
    globalName(bare(node.expression), checker) === 'JSON'
  );
}

function some(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  return test(node) || (ts.forEachChild(node, (child) => some(child, test)) ?? false);
}
