// Expressions that are counts, whatever their parts are.
import ts from 'typescript';
import { bare } from '../../source/ranges/expressions.ts';

/** A length, a small whole number, or a sum or product of such: certainly a whole number, and not negative. */
export function isCount(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isNumericLiteral(node)) return /^\d{1,9}$/.test(node.text);
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isGrown = kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.AsteriskToken;
    return isGrown && isCount(node.left, checker) && isCount(node.right, checker);
  }
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'length' || node.questionDotToken) return false;
  const type = checker.getTypeAtLocation(node.expression);
  return checker.isArrayType(type) || (type.flags & ts.TypeFlags.StringLike) !== 0;
}
