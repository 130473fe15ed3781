// Expressions of parameters, numbers, operators and Math: they can be computed for any whole number, throw nothing and change nothing. And which
// conditions certainly hold when only some of the parameters are known.
import ts from 'typescript';
import type { SymbolFacts } from '../../source/effects-symbols.ts';

const operators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** `isValue` tells what else counts as a number or a text: calls of the function itself, what is read of an array. */
export function isArithmetic(
  node: ts.Expression,
  parameters: readonly string[],
  symbols: SymbolFacts,
  isValue: (part: ts.Expression) => boolean = () => false,
): boolean {
  const isPart = (part: ts.Expression): boolean => isArithmetic(part, parameters, symbols, isValue);
  if (isValue(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isPart(node.expression);
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isIdentifier(node)) return parameters.includes(node.text);
  if (ts.isPrefixUnaryExpression(node)) {
    const isChange = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return !isChange && isPart(node.operand);
  }
  if (ts.isBinaryExpression(node))
    return operators.has(node.operatorToken.kind) && isPart(node.left) && isPart(node.right);
  if (ts.isConditionalExpression(node))
    return isPart(node.condition) && isPart(node.whenTrue) && isPart(node.whenFalse);
  if (ts.isCallExpression(node)) {
    const callees = symbols.libraryCallee(node) ?? [];
    const isMath = callees.length > 0 && callees.every(([owner, name]) => owner === 'Math' && name !== 'random');
    return isMath && node.arguments.every(isPart);
  }
  return false;
}

/** Whether a condition holds with these values, whatever the other names stand for. False when that cannot be told. */
export function isCertain(condition: ts.Expression, values: ReadonlyMap<string, number>): boolean {
  return truth(condition, values) === true;
}

/** Whether a condition certainly fails with these values. */
export function isImpossible(condition: ts.Expression, values: ReadonlyMap<string, number>): boolean {
  return truth(condition, values) === false;
}

/** Whether a condition holds wherever the two parameters are equal: `k === n`, `k === 0 || k === n`. */
export function holdsWhenEqual(condition: ts.Expression, names: readonly string[]): boolean {
  const inner = plain(condition);
  if (!ts.isBinaryExpression(inner)) return false;
  const sides = [plain(inner.left), plain(inner.right)];
  if (inner.operatorToken.kind === ts.SyntaxKind.BarBarToken) return sides.some((side) => holdsWhenEqual(side, names));
  return (
    inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
    names.every((name) => sides.some((side) => ts.isIdentifier(side) && side.text === name))
  );
}

/** Whether a condition certainly fails for the parameter from `limit` on: `n < 2`, `n === 0 || n === 1`. */
export function isOnlyBelow(condition: ts.Expression, name: string, limit: number): boolean {
  if (ts.isParenthesizedExpression(condition)) return isOnlyBelow(condition.expression, name, limit);
  if (!ts.isBinaryExpression(condition)) return false;
  const { left, right, operatorToken } = condition;
  if (operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return isOnlyBelow(left, name, limit) && isOnlyBelow(right, name, limit);
  if (!ts.isIdentifier(left) || left.text !== name || !ts.isNumericLiteral(right)) return false;
  const bound = Number(right.text);
  switch (operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
      return bound <= limit;
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return bound < limit;
    default:
      return false;
  }
}

function truth(node: ts.Expression, values: ReadonlyMap<string, number>): boolean | undefined {
  if (ts.isParenthesizedExpression(node)) return truth(node.expression, values);
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, right } = node;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.BarBarToken: {
      const parts = [truth(left, values), truth(right, values)];
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
    }
    case ts.SyntaxKind.AmpersandAmpersandToken: {
      const parts = [truth(left, values), truth(right, values)];
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    }
    default: {
      const [a, b] = [numberIn(left, values), numberIn(right, values)];
      return a === undefined || b === undefined ? undefined : compared(node.operatorToken.kind, a, b);
    }
  }
}

function compared(operator: ts.SyntaxKind, a: number, b: number): boolean | undefined {
  switch (operator) {
    case ts.SyntaxKind.LessThanToken:
      return a < b;
    case ts.SyntaxKind.LessThanEqualsToken:
      return a <= b;
    case ts.SyntaxKind.GreaterThanToken:
      return a > b;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return a >= b;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return a === b;
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return a !== b;
    default:
      return undefined;
  }
}

function numberIn(node: ts.Expression, values: ReadonlyMap<string, number>): number | undefined {
  if (ts.isParenthesizedExpression(node)) return numberIn(node.expression, values);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  return ts.isIdentifier(node) ? values.get(node.text) : undefined;
}

/** 0 for `n`, 2 for `n - 2`. */
export function lessenedBy(argument: ts.Expression, name: string | undefined): number | undefined {
  const inner = plain(argument);
  if (ts.isIdentifier(inner)) return inner.text === name ? 0 : undefined;
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.MinusToken) return undefined;
  const [left, right] = [plain(inner.left), plain(inner.right)];
  if (!ts.isIdentifier(left) || left.text !== name || !ts.isNumericLiteral(right)) return undefined;
  const by = Number(right.text);
  return Number.isInteger(by) && by > 0 && by <= 1000 ? by : undefined;
}

/** 0 for `i`, 1 for `i + 1`. */
export function raisedBy(argument: ts.Expression, name: string | undefined): number | undefined {
  const inner = plain(argument);
  if (ts.isIdentifier(inner)) return inner.text === name ? 0 : undefined;
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [plain(inner.left), plain(inner.right)];
  const isOne = ts.isNumericLiteral(right) && right.text === '1';
  return ts.isIdentifier(left) && left.text === name && isOne ? 1 : undefined;
}

export function plain(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ? plain(expression.expression) : expression;
}
