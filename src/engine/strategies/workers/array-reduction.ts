// A `xs.reduce((sum, x) => sum + f(x), 0)`, or `xs.forEach((x) => { sum += f(x); })`, as the value of each element and what is done with it: the values can be computed anywhere, and what is
// done with them stays where it is and in order, so nothing is reassociated.
import ts from 'typescript';
import type { Effect } from '../../source/effects.ts';
import { positionAt } from '../../source/parse-source.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { type BlockReduction, readBlockReduction } from './block-reduction.ts';

export interface ValueReduction {
  readonly kind: 'value';
  readonly callback: ts.ArrowFunction;
  /** Of `reduce`. */
  readonly accumulator: ts.ParameterDeclaration | undefined;
  readonly element: ts.ParameterDeclaration;
  /** Of `forEach`: what changes the variable of the function that takes the values. */
  readonly step?: ts.BinaryExpression;
  /** The part of the callback's body that takes nothing from the elements before. */
  readonly value: ts.Expression;
}

export type Reduction = ValueReduction | BlockReduction;

/** Undefined when the callback does more than put a value of its element together with what came before, or when there is no first value. */
export function readReduction(call: ts.CallExpression, checker: ts.TypeChecker): Reduction | undefined {
  const [callback, initial] = call.arguments;
  if (callback === undefined || initial === undefined || !ts.isArrowFunction(callback)) return undefined;
  const { body } = callback;
  const [accumulator, element] = callback.parameters;
  if (callback.modifiers !== undefined || callback.parameters.length !== 2) return undefined;
  if (accumulator === undefined || element === undefined || !ts.isIdentifier(accumulator.name)) return undefined;
  if (ts.isBlock(body)) return readBlockReduction(call, callback, checker);
  const sum = checker.getSymbolAtLocation(accumulator.name);
  const mentionsSum = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === sum) ||
    (ts.forEachChild(node, mentionsSum) ?? false);
  const values: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (mentionsSum(node)) ts.forEachChild(node, visit);
    else if (ts.isExpression(node) && isOfElement(node, element, checker)) values.push(node);
  };
  visit(body);
  const [value, another] = values;
  if (value === undefined || another !== undefined || !isAlwaysTaken(value, body)) return undefined;
  return { kind: 'value', callback, accumulator, element, value };
}

const ASSIGNMENTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.AmpersandEqualsToken,
  ts.SyntaxKind.BarEqualsToken,
  ts.SyntaxKind.CaretEqualsToken,
]);

/** A callback that does nothing but `sum += f(x)`, to a variable of the function that the value has nothing to do with. */
export function readValueForEach(call: ts.CallExpression, subject: Subject): ValueReduction | undefined {
  const { checker } = subject;
  const [callback, another] = call.arguments;
  if (callback === undefined || another !== undefined || !ts.isArrowFunction(callback)) return undefined;
  const [element, index] = callback.parameters;
  if (element === undefined || index !== undefined || callback.modifiers !== undefined) return undefined;
  const { body } = callback;
  const [only, more] = ts.isBlock(body) ? body.statements : [];
  const expression = ts.isBlock(body)
    ? only !== undefined && more === undefined && ts.isExpressionStatement(only)
      ? only.expression
      : undefined
    : body;
  const step = expression && bare(expression);
  if (step === undefined || !ts.isBinaryExpression(step) || !ASSIGNMENTS.has(step.operatorToken.kind)) return undefined;
  const { left, right: value } = step;
  const target = ts.isIdentifier(left) ? checker.getSymbolAtLocation(left) : undefined;
  const declaration = target?.valueDeclaration;
  const isOfFunction =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    isInside(declaration, subject.node) &&
    !isInside(declaration, callback);
  const mentionsTarget = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === target) ||
    (ts.forEachChild(node, mentionsTarget) ?? false);
  const isPlain = isPrimitiveType(checker.getTypeAtLocation(value)) && isPrimitiveType(checker.getTypeAtLocation(left));
  if (!isOfFunction || !isPlain || mentionsTarget(value)) return undefined;
  return { kind: 'value', callback, accumulator: undefined, element, step, value };
}

function isOfElement(node: ts.Node, element: ts.ParameterDeclaration, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(node)) {
    const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
    for (let at: ts.Node | undefined = declaration; at !== undefined; at = at.parent) if (at === element) return true;
  }
  return ts.forEachChild(node, (child) => isOfElement(child, element, checker)) ?? false;
}

const OPERATORS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
]);

/** It is evaluated for every element, whatever came before. */
function isAlwaysTaken(value: ts.Expression, body: ts.Expression): boolean {
  for (let node: ts.Node = value; node !== body; node = node.parent) {
    const { parent } = node;
    const isOperand = ts.isBinaryExpression(parent) && OPERATORS.has(parent.operatorToken.kind);
    const isArgument = ts.isCallExpression(parent) && /^Math\.(min|max)$/.test(parent.expression.getText());
    if (!isOperand && !isArgument && !ts.isParenthesizedExpression(parent)) return false;
  }
  return true;
}

/** An effect of what stays with the caller: it changes what is put together. */
export function isOfRest(effect: Effect, reduction: Reduction): boolean {
  const { kind, parameter, line, column } = effect;
  if (reduction.kind === 'value') {
    if (kind !== 'writes-outside' || reduction.step === undefined) return false;
    const place = positionAt(reduction.step.getSourceFile(), reduction.step.left.getStart());
    return place.line === line && place.column === column;
  }
  const { rest, accumulator } = reduction;
  const isWrite =
    accumulator === undefined ? kind === 'writes-outside' : kind === 'writes-parameter' && parameter === 0;
  return (
    isWrite &&
    rest.some((one) => {
      const file = one.getSourceFile();
      const at = file.getPositionOfLineAndCharacter(line - 1, column - 1);
      return at >= one.getStart() && at < one.end;
    })
  );
}

/** What a worker does with an element. */
export function workOf(reduction: Reduction): readonly ts.Node[] {
  return reduction.kind === 'block' ? reduction.before : [reduction.value];
}

/** Calls may take long; arithmetic alone never takes as long as the copy of its result. */
export function isWork(node: ts.Node): boolean {
  const isCall = ts.isCallExpression(node) && !node.expression.getText().startsWith('Math.');
  return isCall || ts.isIterationStatement(node, false) || (ts.forEachChild(node, isWork) ?? false);
}
