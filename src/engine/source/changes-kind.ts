// Whether a parameter may come to hold a value of another kind than it was given.
import ts from 'typescript';

/** Whether the parameter is given another value anywhere, other than a number by arithmetic that gives numbers. */
export function changesKind(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker, isNumber: boolean): boolean {
  const symbol = checker.getSymbolAtLocation(parameter.name);
  if (symbol === undefined) return true;
  const visit = (current: ts.Node): boolean => {
    if (
      ts.isIdentifier(current) &&
      current !== parameter.name &&
      isWritten(current, isNumber) &&
      symbolOf(current, checker) === symbol
    )
      return true;
    return ts.forEachChild(current, visit) ?? false;
  };
  return visit(parameter.parent);
}

function symbolOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(identifier.parent)
    ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
    : checker.getSymbolAtLocation(identifier);
}

/** Anything but a plain read counts, `n--` and `n -= 1` excepted: what they give of a number is a number. */
function isWritten(identifier: ts.Identifier, isNumber: boolean): boolean {
  let node: ts.Node = identifier;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    const { kind } = parent.operatorToken;
    return (
      kind >= ts.SyntaxKind.FirstAssignment &&
      kind <= ts.SyntaxKind.LastAssignment &&
      !(isNumber && givesNumber.has(kind))
    );
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const { operator } = parent;
    return (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) && !isNumber;
  }
  // Patterns: `[a, b] = [b, a]`, `for (a of list)`, `({ a } = options)`.
  return isInPattern(node);
}

const givesNumber: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
]);

function isInPattern(start: ts.Node): boolean {
  let node = start;
  for (let { parent } = node; parent !== undefined; { parent } = parent) {
    if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return parent.left === node && node !== start;
    const isPart =
      ts.isArrayLiteralExpression(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent) ||
      ts.isBinaryExpression(parent);
    if (!isPart) return false;
    node = parent;
  }
  return false;
}
