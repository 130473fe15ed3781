// Arrays that are made with so many elements and filled: `new Array(n).fill(0)`.
import ts from 'typescript';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';

/** `n` of `new Array(n).fill(0)` and `[...Array(n)]`. */
export function lengthOfFilled(root: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(root)) {
    const [only, ...others] = root.elements;
    if (only === undefined || others.length > 0 || !ts.isSpreadElement(only)) return undefined;
    return lengthOfMade(bare(only.expression), checker);
  }
  if (!ts.isCallExpression(root) || !isFilledWhole(root, checker)) return undefined;
  const [value] = root.arguments;
  const isPlain = value === undefined || ts.isLiteralExpression(value) || plainValues.has(value.kind);
  if (!isPlain && globalName(value, checker) !== 'undefined') return undefined;
  return lengthOfMade(bare((root.expression as ts.PropertyAccessExpression).expression), checker);
}

const plainValues: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
]);

function lengthOfMade(made: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (!ts.isCallExpression(made) && !ts.isNewExpression(made)) return undefined;
  const [length, ...more] = made.arguments ?? [];
  if (length === undefined || more.length > 0 || ts.isSpreadElement(length)) return undefined;
  return globalName(bare(made.expression), checker) === 'Array' ? length : undefined;
}

/** `fill` with the value alone. */
export function isFilledWhole(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'fill' || call.arguments.length > 1) return false;
  return !call.arguments.some(ts.isSpreadElement) && isLibrarySymbol(checker.getSymbolAtLocation(callee));
}
