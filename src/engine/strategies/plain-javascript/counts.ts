// Expressions that are counts, whatever their parts are.
import ts from 'typescript';
import { bare } from '../../source/ranges/expressions.ts';

/** A length, a small whole number, a constant that is one, or a sum or product of such: certainly a whole number, and not negative. */
export function isCount(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isIdentifier(node)) {
    const value = constantOf(node, checker);
    return value !== undefined && isCount(value, checker);
  }
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

/** What a variable is that never gets another value. It can only speak of others that stand above it. */
function constantOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConstant && declaration.end < name.pos ? declaration.initializer : undefined;
}
