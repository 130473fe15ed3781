// Parentheses that say nothing where others stand around them.
import ts from 'typescript';

/** What stands between others needs none of its own, but for a list with commas and for comments beside it, which would be lost. */
export function withoutParentheses(value: ts.Expression): ts.Expression {
  if (!ts.isParenthesizedExpression(value)) return value;
  const { expression } = value;
  const isList = ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.CommaToken;
  const isBare = value.getText().slice(1, -1).trim() === expression.getText();
  return isList || !isBare ? value : withoutParentheses(expression);
}
