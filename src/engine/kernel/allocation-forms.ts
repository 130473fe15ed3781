// The forms in which new arrays are made, told from their texts and types: literals, `new`, `Array.from(...)`, `.fill(...)`, copies, and what `map` and
// `filter` give.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { globalName, typedArrayName } from '../source/ranges/library-facts.ts';
import { arrayGroup, scalarKind } from './array-groups.ts';
import type { ScalarKind } from './kernel-ir.ts';

/** Number or boolean, when the expression fills new elements with one of them: the library's own type for that is any. */
export function kindOfFill(expression: ts.Expression, checker: ts.TypeChecker): ScalarKind | undefined {
  const node = bare(expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [value, ...more] = node.arguments;
  if (node.expression.name.text !== 'fill' || value === undefined || more.length > 0) return undefined;
  if (!isPlainArrayOf(bare(node.expression.expression), checker)) return undefined;
  return scalarKind(checker.getTypeAtLocation(value));
}

/** A literal, `new`, `Array.from(...)` or `.fill(...)`: an array that nobody holds yet. */
export function looksAllocated(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isArrayLiteralExpression(node) || ts.isNewExpression(node)) return true;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: receiver } = node.expression;
  const made = bare(receiver);
  if (name.text === 'slice' && node.arguments.length === 0) return true;
  if (name.text === 'slice' || name.text === 'map' || name.text === 'filter') return isArrayMade(node, checker);
  if (name.text === 'from') return globalName(made, checker) === 'Array';
  if (name.text === 'sort') return numberOrder(node, checker) !== undefined && looksAllocated(made, checker);
  return name.text === 'fill' && (ts.isNewExpression(made) || isPlainArrayOf(made, checker));
}

/** Of numbers or truths, by a callback or by copying a part. */
function isArrayMade(node: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const [first] = node.arguments;
  const isMade = first !== undefined && (isFunction(first, checker) || isNumberTyped(first, checker));
  const group = isMade ? arrayGroup(checker.getTypeAtLocation(node), checker) : undefined;
  return group !== undefined && group.isText !== true;
}

function isFunction(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isIdentifier(node)) return checker.getTypeAtLocation(node).getCallSignatures().length > 0;
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** What `(a, b) => a - b` and `(a, b) => b - a` sort numbers by; typed arrays need none. */
export function numberOrder(node: ts.CallExpression, checker: ts.TypeChecker): 'ascending' | 'descending' | undefined {
  const callee = bare(node.expression);
  const [given, ...more] = node.arguments;
  if (more.length > 0 || !ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined)
    return undefined;
  if (given === undefined)
    return typedArrayName(checker.getTypeAtLocation(callee.expression)) === undefined ? undefined : 'ascending';
  const compare = bare(given);
  if (!ts.isArrowFunction(compare) || compare.parameters.length !== 2 || ts.isBlock(compare.body)) return undefined;
  const difference = bare(compare.body);
  const [a, b] = compare.parameters.map(({ name }) => name.getText());
  if (!ts.isBinaryExpression(difference) || difference.operatorToken.kind !== ts.SyntaxKind.MinusToken || a === b)
    return undefined;
  const [left, right] = [difference.left.getText(), difference.right.getText()];
  if (left === a && right === b) return 'ascending';
  return left === b && right === a ? 'descending' : undefined;
}

/** `new Array(n)` and `Array(n)`, with one number. */
export function isPlainArrayOf(node: ts.Node, checker: ts.TypeChecker): node is ts.NewExpression | ts.CallExpression {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const [length, ...more] = node.arguments ?? [];
  return (
    globalName(bare(node.expression), checker) === 'Array' &&
    length !== undefined &&
    more.length === 0 &&
    isNumberTyped(length, checker)
  );
}

export function isNumberTyped(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
}

/** What `[...values]`, `values.slice()` and `Array.from(values)` copy. */
export function copySource(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const [only, ...more] = node.elements;
    return only !== undefined && ts.isSpreadElement(only) && more.length === 0 ? bare(only.expression) : undefined;
  }
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined) return undefined;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return undefined;
  const [argument, ...more] = node.arguments;
  if (callee.name.text === 'slice') return argument === undefined ? bare(callee.expression) : undefined;
  const isFrom = callee.name.text === 'from' && globalName(bare(callee.expression), checker) === 'Array';
  return isFrom && argument !== undefined && more.length === 0 ? bare(argument) : undefined;
}
