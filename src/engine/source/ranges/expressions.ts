// Small questions about syntax that all analyses of this folder ask: what an expression is without its wrappers, what stands around a
// node, which operators assign.
import ts from 'typescript';

export function isInside(node: ts.Node, region: ts.Node): boolean {
  for (let ancestor: ts.Node | undefined = node; ancestor !== undefined; ancestor = ancestor.parent) {
    if (ancestor === region) return true;
  }
  return false;
}

/** Whether an error at the node is caught, or seen on its way, before it leaves the region. */
export function isInTry(node: ts.Node, within: ts.Node): boolean {
  for (let outer = node.parent; outer !== undefined && outer !== within; outer = outer.parent) {
    if (ts.isTryStatement(outer)) return true;
  }
  return false;
}

/** The expression without parentheses, `!`, `as` and `satisfies`. */
export function bare(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** A function or class without a name: it is called like the variable or property that it becomes the value of. */
export function takesName(expression: ts.Expression): boolean {
  const node = bare(expression);
  return (
    ts.isArrowFunction(node) ||
    ((ts.isFunctionExpression(node) || ts.isClassExpression(node)) && node.name === undefined)
  );
}

/** The outermost expression that only wraps this one in parentheses, `!`, `as` or `satisfies`. */
export function wrapped(expression: ts.Expression): ts.Expression {
  let outer = expression;
  while (isWrapper(outer.parent)) outer = outer.parent;
  return outer;
}

function isWrapper(node: ts.Node): node is ts.Expression & { readonly expression: ts.Expression } {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

/** The name of a member or of a label, which is no variable. */
export function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent);
}

/** The `x` of `a.x`, a key, a name that is declared. */
export function isNameOnly(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
}

export function enclosingFunction(node: ts.Node): ts.Node | undefined {
  let ancestor: ts.Node | undefined = node.parent;
  while (ancestor !== undefined && !ts.isFunctionLike(ancestor) && !ts.isClassLike(ancestor))
    ancestor = ancestor.parent;
  return ancestor;
}

export function isStepOperator(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

const plainOperators: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.AsteriskAsteriskEqualsToken, ts.SyntaxKind.AsteriskAsteriskToken],
  [ts.SyntaxKind.SlashEqualsToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.PercentEqualsToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.AmpersandEqualsToken, ts.SyntaxKind.AmpersandToken],
  [ts.SyntaxKind.BarEqualsToken, ts.SyntaxKind.BarToken],
  [ts.SyntaxKind.CaretEqualsToken, ts.SyntaxKind.CaretToken],
  [ts.SyntaxKind.LessThanLessThanEqualsToken, ts.SyntaxKind.LessThanLessThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken],
]);

/** `+` of `+=`; undefined for `=` and the logical ones. */
export function operatorOfAssignment(operator: ts.SyntaxKind): ts.SyntaxKind | undefined {
  return plainOperators.get(operator);
}

export function isAssignmentOperator(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

/** Evaluating it does nothing and calls nothing. */
export function isSideEffectFree(expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return !isStepOperator(node.operator) && isSideEffectFree(node.operand);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (isAssignmentOperator(operator)) return false;
    return isSideEffectFree(node.left) && isSideEffectFree(node.right);
  }
  if (ts.isConditionalExpression(node)) return [node.condition, node.whenTrue, node.whenFalse].every(isSideEffectFree);
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'length' && isSideEffectFree(node.expression);
  if (ts.isElementAccessExpression(node))
    return isSideEffectFree(node.expression) && isSideEffectFree(node.argumentExpression);
  return (
    ts.isIdentifier(node) ||
    ts.isLiteralExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** With the parentheses around it. */
export function outermost(expression: ts.Expression): ts.Expression {
  let current = expression;
  while (ts.isParenthesizedExpression(current.parent)) current = current.parent;
  return current;
}
