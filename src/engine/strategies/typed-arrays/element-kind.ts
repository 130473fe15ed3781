// Which typed array holds the elements of a group without changing any of them: flags when all are booleans that are only ever tested,
// otherwise the narrowest integer array that every stored value is proven to fit, otherwise doubles, which hold every number.
import ts from 'typescript';
import { bare, wrapped } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { NumberFact } from '../../source/ranges/number-fact.ts';
import type { ElementUse } from './element-uses.ts';

export type TypedArrayName = 'Uint8Array' | 'Int8Array' | 'Uint16Array' | 'Int16Array' | 'Int32Array' | 'Float64Array';

const integerKinds: readonly (readonly [TypedArrayName, number, number])[] = [
  ['Uint8Array', 0, 255],
  ['Int8Array', -128, 127],
  ['Uint16Array', 0, 65_535],
  ['Int16Array', -32_768, 32_767],
  ['Int32Array', -(2 ** 31), 2 ** 31 - 1],
];

function isWholeFact(fact: NumberFact): boolean {
  return fact.integer && !fact.nan && !fact.negativeZero && !fact.missing && !fact.other;
}

export function narrowestKind(fact: NumberFact): TypedArrayName {
  if (!isWholeFact(fact)) return 'Float64Array';
  return integerKinds.find(([, low, high]) => fact.low >= low && fact.high <= high)?.[0] ?? 'Float64Array';
}

/**
 * Whether the expression gives true or false, as far as its syntax tells, or its type where a checker is given.
 * Its value may come from an element of the group, whatever that is.
 */
export function isBooleanValued(
  expression: ts.Expression,
  isElement: (node: ts.Expression) => boolean,
  checker: ts.TypeChecker | undefined,
): boolean {
  const node = bare(expression);
  if (isElement(node)) return true;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isConditionalExpression(node))
    return isBooleanValued(node.whenTrue, isElement, checker) && isBooleanValued(node.whenFalse, isElement, checker);
  if (ts.isBinaryExpression(node)) {
    if (comparisons.has(node.operatorToken.kind)) return true;
    if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) return isBooleanValued(node.right, isElement, checker);
    const isLogical =
      node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken;
    return (
      isLogical && isBooleanValued(node.left, isElement, checker) && isBooleanValued(node.right, isElement, checker)
    );
  }
  return checker !== undefined && isBooleanType(checker.getTypeAtLocation(node));
}

function isBooleanType(type: ts.Type): boolean {
  return type.isUnion() ? type.types.every(isBooleanType) : (type.flags & ts.TypeFlags.BooleanLike) !== 0;
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InstanceOfKeyword,
  ts.SyntaxKind.InKeyword,
]);

/** Whether only the truth of the expression matters: `isRoot` names further places that test it (a stored value that becomes `? 1 : 0`). */
export function isOnlyTested(expression: ts.Expression, isRoot: (node: ts.Node) => boolean): boolean {
  let node: ts.Node = expression;
  while (ts.isParenthesizedExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent;
  if (isRoot(node)) return true;
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isForStatement(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition === node || isOnlyTested(parent, isRoot);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isExpressionStatement(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const operator = parent.operatorToken.kind;
  return (
    (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) &&
    isOnlyTested(parent, isRoot)
  );
}

/** Whether undefined and NaN do the same where the element is read: in arithmetic, in comparisons by size, as a condition. */
export function treatsMissingAsNaN(
  use: ElementUse,
  isNumber: (node: ts.Expression) => boolean,
  isOwnStore: (node: ts.Node) => boolean,
  checker: ts.TypeChecker,
): boolean {
  if (use.store !== undefined && use.store.kind !== 'set') return isDiscarded(use.store.node);
  if (use.store !== undefined) return isDiscarded(use.store.node);
  const node = wrapped(use.node);
  const { parent } = node;
  if (isOwnStore(node) || isOnlyTested(use.node, () => false)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return true;
  if (ts.isCallExpression(parent)) {
    const callee = bare(parent.expression);
    return ts.isPropertyAccessExpression(callee) && globalName(bare(callee.expression), checker) === 'Math';
  }
  if (!ts.isBinaryExpression(parent)) return false;
  const operator = parent.operatorToken.kind;
  if (operator === ts.SyntaxKind.PlusToken) return isNumber(parent.left === node ? parent.right : parent.left);
  if (operator === ts.SyntaxKind.PlusEqualsToken) return parent.right === node && isNumber(parent.left);
  return numericOperators.has(operator);
}

/** Nobody looks at the value of the expression. */
export function isDiscarded(node: ts.Node): boolean {
  let outer = node;
  while (ts.isParenthesizedExpression(outer.parent)) outer = outer.parent;
  const { parent } = outer;
  if (ts.isExpressionStatement(parent)) return true;
  if (ts.isForStatement(parent)) return parent.incrementor === outer || parent.initializer === outer;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.CommaToken &&
    (parent.left === outer || isDiscarded(parent))
  );
}

const numericOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);
