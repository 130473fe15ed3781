// What constants of the library and of the module stand for, as numbers.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import { bare } from '../source/ranges/expressions.ts';
import { globalFact } from '../source/ranges/library-facts.ts';

const longestConstantChain = 20;

/** The number that a constant of the library or of the module stands for. */
export function constantOf(expression: ts.Expression, checker: ts.TypeChecker, depth = 0): number | undefined {
  const node = bare(expression);
  if (depth > longestConstantChain) return undefined;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const operand = constantOf(node.operand, checker, depth + 1);
    return operand === undefined ? undefined : -operand;
  }
  if (ts.isBinaryExpression(node)) {
    const left = constantOf(node.left, checker, depth + 1);
    const right = constantOf(node.right, checker, depth + 1);
    if (left === undefined || right === undefined) return undefined;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return left + right;
      case ts.SyntaxKind.MinusToken:
        return left - right;
      case ts.SyntaxKind.AsteriskToken:
        return left * right;
      case ts.SyntaxKind.SlashToken:
        return left / right;
      default:
        return undefined;
    }
  }
  const fact = globalFact(node, checker);
  if (fact !== undefined) return fact.nan ? Number.NaN : fact.negativeZero ? -0 : fact.low;
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = withoutAlias(checker.getSymbolAtLocation(node), checker)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isOfModule = ts.isSourceFile(declaration.parent.parent.parent);
  return isConstant && isOfModule ? constantOf(declaration.initializer, checker, depth + 1) : undefined;
}
