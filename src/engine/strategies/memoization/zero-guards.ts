// Guard clauses that turn zeros away: behind `if (n < 2) return n;` no zero is seen, whatever its sign.
import ts from 'typescript';

/** Whether a guard clause's condition is certainly true for 0 and -0, so that the rest never sees them. */
export function holdsForZero(condition: ts.Expression, name: string): boolean {
  if (ts.isParenthesizedExpression(condition)) return holdsForZero(condition.expression, name);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
    return isName(condition.operand, name);
  }
  if (!ts.isBinaryExpression(condition)) return false;
  const { left, right, operatorToken } = condition;
  if (operatorToken.kind === ts.SyntaxKind.BarBarToken) return holdsForZero(left, name) || holdsForZero(right, name);
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return holdsForZero(left, name) && holdsForZero(right, name);
  if (isName(left, name)) return compareZero(operatorToken.kind, numberOf(right));
  return isName(right, name) && compareZero(mirrored(operatorToken.kind), numberOf(left));
}

/** `n`, or `p.x` as it is written. */
function isName(node: ts.Expression, name: string): boolean {
  return node.getText() === name;
}

export function numberOf(node: ts.Expression): number | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  const isNegative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
  return isNegative && ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : undefined;
}

/** `0 <operator> bound` */
function compareZero(operator: ts.SyntaxKind, bound: number | undefined): boolean {
  if (bound === undefined) return false;
  switch (operator) {
    case ts.SyntaxKind.LessThanToken:
      return bound > 0;
    case ts.SyntaxKind.LessThanEqualsToken:
      return bound >= 0;
    case ts.SyntaxKind.GreaterThanToken:
      return bound < 0;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return bound <= 0;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return bound === 0;
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return bound !== 0;
    default:
      return false;
  }
}

function mirrored(operator: ts.SyntaxKind): ts.SyntaxKind {
  switch (operator) {
    case ts.SyntaxKind.LessThanToken:
      return ts.SyntaxKind.GreaterThanToken;
    case ts.SyntaxKind.LessThanEqualsToken:
      return ts.SyntaxKind.GreaterThanEqualsToken;
    case ts.SyntaxKind.GreaterThanToken:
      return ts.SyntaxKind.LessThanToken;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return ts.SyntaxKind.LessThanEqualsToken;
    default:
      return operator;
  }
}
